-- Filings by what may be searched, the promise that an enterprise files itself and each product once (FL4), and what filings open (FL5).

-- The day that it is in China, where every date of a certificate is read.
create function china_today() returns date language sql stable as $$
    select (now() at time zone 'UTC' + interval '8 hours')::date
$$;

-- The single characters and the pairs of neighbours in a text. Chinese has no blanks between its words and most of them have two
-- characters, so an index over these finds any part of a name; trigrams would not, and come with an extension that may not be there.
create function text_grams(words text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct substr(lower(words), place, size)), '{}')
    from generate_series(1, length(words)) as places (place), (values (1), (2)) as sizes (size)
    where place + size - 1 <= length(words)
$$;

-- What a text that holds these words has at least: pairs alone, since they say more than their characters.
create function asked_grams(words text) returns text[] language sql immutable parallel safe as $$
    select case
        when length(words) < 2 then array[lower(words)]
        else (
            select array_agg(distinct substr(lower(words), place, 2)) from generate_series(1, length(words) - 1) as places (place))
    end
$$;

create table filings (
    id              text        primary key,
    enterprise      text        not null,
    enterprise_name text        not null,
    -- The enterprise's district and the two above it, so that each regulator reads an index in order.
    province        text        not null,
    prefecture      text        not null,
    county          text        not null,
    kind            text        not null,
    state           text        not null,
    amendment       text,
    title           text        not null,
    category        text,
    certificate     text        constraint filings_certificate unique,
    valid_from      date,
    valid_to        date,
    created_at      timestamptz not null,
    submitted_at    timestamptz,
    -- Since when the filing or its amendment waits for a decision.
    waiting_since   timestamptz,
    opinion         text,
    revision        int         not null,
    changed_at      timestamptz not null,
    grams           text[]      not null
);

create index filings_enterprise on filings (enterprise text_pattern_ops, created_at desc, id desc);
create index filings_newest on filings (created_at desc, id desc);
create index filings_province on filings (province, created_at desc, id desc);
create index filings_prefecture on filings (prefecture, created_at desc, id desc);
create index filings_county on filings (county, created_at desc, id desc);
create index filings_state on filings (state, created_at desc, id desc);
create index filings_valid_to on filings (valid_to) where state = 'issued';
create index filings_waiting on filings (waiting_since, id) include (province, prefecture, county, kind) where waiting_since is not null;
create index filings_grams on filings using gin (grams);

-- What a living filing is of: its enterprise, or a product. An amendment holds what it will be as well as what stands.
create table filing_identities (
    enterprise text not null,
    identity   text not null,
    filing     text not null references filings on delete cascade,
    primary key (enterprise, identity)
);

create index filing_identities_filing on filing_identities (filing);

create sequence filing_certificates;

create function derive_filing() returns trigger language plpgsql as $$
declare
    filing_id     text  := substr(new.key, length('filing-') + 1);
    s             jsonb := new.state;
    state         text  := s ->> 'state';
    application   jsonb := nullif(s -> 'application', 'null'::jsonb);
    certificate   jsonb := nullif(s -> 'certificate', 'null'::jsonb);
    answers       jsonb := coalesce(certificate -> 'answers', application -> 'answers');
    enterprise    enterprises;
    title         text;
begin
    if state = 'deleted' then
        delete from filings f where f.id = filing_id;
        return null;
    end if;

    select * into enterprise from enterprises e where e.credit_code = s ->> 'enterprise';
    title := coalesce(
        case s ->> 'kind' when 'product' then answers ->> 'productName' when 'enterprise' then answers ->> 'name' else answers ->> 'product' end,
        '');

    insert into filings values (
        filing_id, s ->> 'enterprise', enterprise.name, left(enterprise.district, 2), left(enterprise.district, 4), enterprise.district,
        s ->> 'kind', state, case when certificate is not null then application ->> 'state' end, title, answers ->> 'category',
        certificate ->> 'number', (certificate ->> 'validFrom')::date, (certificate ->> 'validTo')::date,
        (s ->> 'createdAt')::timestamptz, coalesce(application ->> 'submittedAt', certificate ->> 'submittedAt')::timestamptz,
        case when application ->> 'state' = 'submitted' then (application ->> 'submittedAt')::timestamptz end,
        application ->> 'opinion', (s ->> 'revision')::int, new.changed_at, text_grams(enterprise.name || ' ' || title))
    on conflict (id) do update set
        enterprise_name = excluded.enterprise_name, province = excluded.province, prefecture = excluded.prefecture,
        county = excluded.county, state = excluded.state, amendment = excluded.amendment, title = excluded.title,
        category = excluded.category, certificate = excluded.certificate, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        submitted_at = excluded.submitted_at, waiting_since = excluded.waiting_since, opinion = excluded.opinion,
        revision = excluded.revision, changed_at = excluded.changed_at, grams = excluded.grams;

    delete from filing_identities i where i.filing = filing_id;
    if state <> 'revoked' then
        insert into filing_identities
        select distinct s ->> 'enterprise', held.identity, filing_id
        from (values (application ->> 'identity'), (certificate ->> 'identity')) as held (identity)
        where held.identity is not null
        -- In the order of the key, so that two filings that reach for the same products wait for each other instead of locking up.
        order by held.identity;
    end if;
    return null;
end
$$;

select add_grain_kind('filing', after_write => 'derive_filing');

-- An enterprise that moves or is renamed takes its filings with it.
create function follow_enterprise() returns trigger language plpgsql as $$
begin
    update filings f set enterprise_name = new.name, province = left(new.district, 2), prefecture = left(new.district, 4),
        county = new.district, grams = text_grams(new.name || ' ' || f.title)
    where f.enterprise = new.credit_code;
    return null;
end
$$;

create trigger followed after update on enterprises for each row
    when (old.name is distinct from new.name or old.district is distinct from new.district) execute function follow_enterprise();

-- {"filing", "name"}: the living filing that holds this identity, other than the one that asks.
create function find_living_filing(asking text, enterprise text, identity text) returns jsonb language sql stable as $$
    select jsonb_build_object('filing', f.id, 'name', case f.title when '' then f.enterprise_name else f.title end)
    from filing_identities i
    join filings f on f.id = i.filing
    where i.enterprise = find_living_filing.enterprise and i.identity = find_living_filing.identity and i.filing <> asking
$$;

-- {"serial"}: a number that no certificate has. One that is drawn and not used is lost, and nothing minds the gap.
create function draw_certificate_serial() returns jsonb language sql volatile as $$
    select jsonb_build_object('serial', nextval('filing_certificates'))
$$;

-- What the filings of an enterprise open today: {"enterpriseIssued", "productsIssued", "product": {"id", "name", "category"} or null}.
create function filing_standing(enterprise text, product_filing text) returns jsonb language sql stable as $$
    with valid as (
        select f.id, f.kind, f.title, f.category from filings f
        where f.enterprise = filing_standing.enterprise and f.state = 'issued' and f.kind in ('enterprise', 'product')
            and china_today() between f.valid_from and f.valid_to)
    select jsonb_build_object(
        'enterpriseIssued', exists (select from valid v where v.kind = 'enterprise'),
        'productsIssued', (select count(*) from valid v where v.kind = 'product'),
        'product', (
            select jsonb_build_object('id', v.id, 'name', v.title, 'category', coalesce(v.category, ''))
            from valid v where v.kind = 'product' and v.id = product_filing))
$$;
