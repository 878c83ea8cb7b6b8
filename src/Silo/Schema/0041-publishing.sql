-- Publishing (查询管理): what consumers may see. The items that are open and those that a regulator closed, of SITE (batch = '') and of
-- each batch; the public profiles; and the one place where everything that a consumer may see of a batch is put together.
create table published_items (
    enterprise   text        not null,
    batch        text        not null,
    item         text        not null,
    published_by text        not null,
    published_at timestamptz not null,
    primary key (enterprise, batch, item)
);

create table closed_items (
    enterprise text        not null,
    batch      text        not null,
    item       text        not null,
    closed_by  text        not null,
    closed_at  timestamptz not null,
    reason     text        not null,
    primary key (enterprise, batch, item)
);

create table public_profiles (
    enterprise     text        not null,
    product_filing text        not null,
    product        text        not null,
    revision       int         not null,
    changed_at     timestamptz not null,
    primary key (enterprise, product_filing)
);

create function derive_publication() returns trigger language plpgsql as $$
declare
    owner    text := substr(new.key, length('publication-') + 1, 18);
    of_batch text := substr(new.key, length('publication-') + 20);
begin
    delete from published_items p where p.enterprise = owner and p.batch = of_batch;
    insert into published_items
    select owner, of_batch, p ->> 'item', p -> 'by' ->> 'by', (p -> 'by' ->> 'at')::timestamptz
    from jsonb_array_elements(new.state -> 'published') p;

    delete from closed_items c where c.enterprise = owner and c.batch = of_batch;
    insert into closed_items
    select owner, of_batch, c ->> 'item', c -> 'by' ->> 'by', (c -> 'by' ->> 'at')::timestamptz, c -> 'by' ->> 'reason'
    from jsonb_array_elements(new.state -> 'closed') c;

    perform touch_lookup(owner, nullif(of_batch, ''));
    return null;
end
$$;

create function derive_public_profile() returns trigger language plpgsql as $$
declare
    owner text := substr(new.key, length('public-profile-') + 1, 18);
begin
    insert into public_profiles values (
        owner, substr(new.key, length('public-profile-') + 20), new.state ->> 'productName', (new.state ->> 'revision')::int,
        new.changed_at)
    on conflict (enterprise, product_filing) do update set product = excluded.product, revision = excluded.revision,
        changed_at = excluded.changed_at;
    perform touch_lookup(owner, null);
    return null;
end
$$;

select add_grain_kind('publication', after_write => 'derive_publication');
select add_grain_kind('public-profile', after_write => 'derive_public_profile');

-- What other nouns keep and a consumer may see. A record of a stage rewrites the row of its batch, and a profile that of its enterprise,
-- so those rows stand for them; drafts of site records and filings that are not issued are nobody's to see.
create function touch_lookup_of_batch() returns trigger language plpgsql as $$
begin
    perform touch_lookup(new.enterprise, new.number);
    return null;
end
$$;

create function touch_lookup_of_enterprise() returns trigger language plpgsql as $$
begin
    perform touch_lookup(coalesce(to_jsonb(new) ->> 'enterprise', to_jsonb(new) ->> 'credit_code'), null);
    return null;
end
$$;

create trigger seen_by_consumers after insert or update on batches for each row execute function touch_lookup_of_batch();
create trigger seen_by_consumers after update on enterprises for each row execute function touch_lookup_of_enterprise();
create trigger seen_by_consumers after insert or update on production_zones for each row execute function touch_lookup_of_enterprise();
create trigger seen_by_consumers after insert or update on plots_of_enterprises for each row execute function touch_lookup_of_enterprise();
create trigger seen_by_consumers after insert or update on products for each row execute function touch_lookup_of_enterprise();
create trigger seen_by_consumers after insert or update on inputs for each row execute function touch_lookup_of_enterprise();
create trigger seen_by_consumers after insert or update on sensors for each row execute function touch_lookup_of_enterprise();
create trigger seen_by_consumers after insert or update on site_records for each row when (new.state <> 'draft')
    execute function touch_lookup_of_enterprise();
create trigger seen_by_consumers after insert or update on filings for each row when (new.state in ('issued', 'revoked'))
    execute function touch_lookup_of_enterprise();

-- What sensors measured, quantity by quantity, on the last day of believable readings within a month: of those in a zone and of those in
-- no zone, or of all where the zone is null. [{"name", "quantity", "day", "min", "max", "mean"}]
create function shown_sensors(enterprise text, zone text) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'name', s.name, 'quantity', r.quantity, 'day', d.day, 'min', trim_scale(d.min_value), 'max', trim_scale(d.max_value),
        'mean', trim_scale(round(d.sum_value / (d.readings - d.out_of_range), 2))) order by s.name, s.id, r.number), '[]')
    from sensors s
    join sensor_series r on r.sensor = s.id
    cross join lateral (
        select * from sensor_days d
        where d.series = r.number and d.readings > d.out_of_range and d.day > china_today() - 30 order by d.day desc limit 1) d
    where s.enterprise = shown_sensors.enterprise and s.retired_at is null
        and (shown_sensors.zone is null or s.zone is null or s.zone = shown_sensors.zone)
$$;

-- How many records each item of SITE has to show; those that have none are left out.
create function site_items(enterprise text) returns table (item text, records int) language sql stable as $$
    select case f.kind
            when 'supplyCapacity' then 'filing-supply-capacity' when 'productionCapacity' then 'filing-production-capacity'
            else 'filing-' || f.kind end,
        count(*)::int
    from filings f
    where f.enterprise = site_items.enterprise and f.state = 'issued' and china_today() between f.valid_from and f.valid_to
    group by 1
    union all
    select 'profile', 1 from grain_state g
    where g.kind = 'enterprise' and g.key = 'enterprise-' || site_items.enterprise and g.state ? 'profile'
    union all
    select 'zones', count(*)::int from production_zones z where z.enterprise = site_items.enterprise and not z.retired having count(*) > 0
    union all
    select 'products', count(*)::int from products p where p.enterprise = site_items.enterprise and not p.retired having count(*) > 0
    union all
    select 'inputs', count(*)::int from inputs i where i.enterprise = site_items.enterprise and not i.retired having count(*) > 0
    union all
    select r.form, count(*)::int from site_records r
    where r.enterprise = site_items.enterprise and r.state = 'submitted' and r.form <> 'input-use'
    group by 1
    union all
    select 'sensors', jsonb_array_length(s.shown) from shown_sensors(site_items.enterprise, null) s (shown)
    where jsonb_array_length(s.shown) > 0
$$;

-- The items of a batch in the order of its menu: itself and its stages, each with the number of its submitted records.
create function batch_items(enterprise text, batch text) returns table (item text, records int, place bigint) language sql stable as $$
    with batch_state as (
        select g.state -> 'stages' as stages from grain_state g
        where g.kind = 'batch' and g.key = 'batch-' || batch_items.enterprise || '-' || batch_items.batch)
    select 'batch', 1, 0::bigint from batch_state
    union all
    select e.stage ->> 'stage',
        (select count(*)::int from stage_records r
         where r.enterprise = batch_items.enterprise and r.batch = batch_items.batch and r.stage = e.stage ->> 'stage'
            and r.state = 'submitted'),
        e.place
    from batch_state s cross join lateral jsonb_array_elements(s.stages) with ordinality e (stage, place)
$$;

-- {"standing", "codesBound", "items": [{"item", "records"}]}: what there is to publish of SITE (batch = '') or of a batch; null when there
-- is no such batch.
create function find_publishable_content(enterprise text, batch text) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'standing', filing_standing(enterprise, ''),
        'codesBound', batch <> '' and codes_bound('batch-' || enterprise || '-' || batch),
        'items', case
            when batch = '' then (
                select coalesce(jsonb_agg(jsonb_build_object('item', i.item, 'records', i.records)), '[]') from site_items(enterprise) i)
            else (
                select coalesce(jsonb_agg(jsonb_build_object('item', i.item, 'records', i.records) order by i.place), '[]')
                from batch_items(enterprise, batch) i)
            end)
    where batch = '' or exists (
        select from batches b where b.enterprise = find_publishable_content.enterprise and b.number = find_publishable_content.batch)
$$;

-- The records of published items, raw: the answers still hold what nobody may see. Of SITE what belongs to this batch where that can be
-- told (its zone, its product, the inputs it used), else what the enterprise has; of long lists the newest fifty.
create function published_records(of_enterprise text, of_batch text)
    returns table (item text, place bigint, form text, form_version int, answers jsonb, day date, lawful_from date)
    language sql stable as $$
    with own as (
        select b.product_filing, b.product, b.zone, g.state from batches b
        join grain_state g on g.kind = 'batch' and g.key = 'batch-' || b.enterprise || '-' || b.number
        where b.enterprise = of_enterprise and b.number = of_batch and b.state <> 'void'),
    open_items as (
        select p.batch, p.item from published_items p where p.enterprise = of_enterprise and p.batch in ('', of_batch)),
    used as (
        select distinct l.item from own
        join stage_records r on r.enterprise = of_enterprise and r.batch = of_batch
        join input_uses u on u.source = 'batch-' || of_enterprise || '-' || of_batch || '/' || r.id
        join input_lots l on l.enterprise = u.enterprise and l.id = u.lot),
    site as (
        select i.item as record_item, g.state #>> '{certificate,form}' as form, (g.state #>> '{certificate,formVersion}')::int as version,
            g.state #> '{certificate,answers}' as answers, null::date as day, f.created_at as at, f.id
        from own
        join filings f on f.enterprise = of_enterprise and f.state = 'issued' and china_today() between f.valid_from and f.valid_to
            and (f.kind <> 'product' or f.id = own.product_filing)
        join grain_state g on g.kind = 'filing' and g.key = 'filing-' || f.id
        cross join lateral (select case f.kind
            when 'supplyCapacity' then 'filing-supply-capacity' when 'productionCapacity' then 'filing-production-capacity'
            else 'filing-' || f.kind end) i (item)
        union all
        select 'profile', 'enterprise-profile', (g.state #>> '{profile,formVersion}')::int, g.state #> '{profile,answers}', null, null, ''
        from own
        join grain_state g on g.kind = 'enterprise' and g.key = 'enterprise-' || of_enterprise and g.state ? 'profile'
        union all
        select 'zones', 'production-zone', (g.state ->> 'formVersion')::int, g.state -> 'answers', null, null, ''
        from own
        join grain_state g on g.kind = 'production-zone' and g.key = 'zone-' || of_enterprise || '-' || own.zone
        union all
        select 'products', 'product', (g.state ->> 'formVersion')::int, g.state -> 'answers', null, null, p.id
        from own
        join products p on p.enterprise = of_enterprise and not p.retired
        join grain_state g on g.kind = 'product' and g.key = 'product-' || of_enterprise || '-' || p.id
        where (p.product_filing is not distinct from own.product_filing or p.name = own.product) or not exists (
            select from products q where q.enterprise = of_enterprise and not q.retired
                and (q.product_filing = own.product_filing or q.name = own.product))
        union all
        select 'inputs', g.state ->> 'form', (g.state ->> 'formVersion')::int, g.state -> 'answers', null, i.changed_at, i.id
        from own
        join inputs i on i.enterprise = of_enterprise
        join grain_state g on g.kind = 'input' and g.key = 'input-' || of_enterprise || '-' || i.id
        where i.id in (select u.item from used u) or (not i.retired and not exists (select from used))
        union all
        select r.form, r.form, (g.state ->> 'formVersion')::int, g.state -> 'answers', r.day, r.day::timestamptz, r.id
        from own
        join site_records r on r.enterprise = of_enterprise and r.state = 'submitted' and r.form not in ('health-check', 'input-use')
        join grain_state g on g.kind = 'site-record' and g.key = 'site-' || of_enterprise || '-' || r.id
        -- A test report that names a batch is of that batch.
        where r.form <> 'test-report' or coalesce(g.state #>> '{answers,batch}', '') in ('', of_batch)),
    newest as (
        select s.*, row_number() over (partition by s.record_item order by s.at desc, s.id desc) as back from site s
        join open_items o on o.batch = '' and o.item = s.record_item)
    select 'batch', 0::bigint, 'batch', (own.state ->> 'formVersion')::int, own.state -> 'answers', null::date, null::date
    from own join open_items o on o.batch = of_batch and o.item = 'batch'
    union all
    select r.stage, row_number() over (order by r.occurred_on, r.created_at, r.id), r.stage, (r.record ->> 'formVersion')::int,
        r.record -> 'answers', r.occurred_on, r.lawful_from
    from own
    join stage_records r on r.enterprise = of_enterprise and r.batch = of_batch and r.state = 'submitted'
    join open_items o on o.batch = of_batch and o.item = r.stage
    union all
    select n.record_item, -n.back, n.form, n.version, n.answers, n.day, null from newest n where n.back <= 50
$$;

-- Everything that what a consumer sees of a batch is made of, from one snapshot; null when there is no such batch or it is void. The
-- answers in it are raw: PublicViews leaves out and masks what the forms say (PB4), and nobody else may show them.
create function public_view(enterprise text, batch text) returns jsonb language sql stable as $$
    with shown as materialized (select r.* from published_records(public_view.enterprise, public_view.batch) r),
    profile as (
        select g.state from batches b
        join grain_state g on g.kind = 'public-profile' and g.key = 'public-profile-' || b.enterprise || '-' || b.product_filing
        where b.enterprise = public_view.enterprise and b.number = public_view.batch),
    told (answers) as (select s.answers from shown s union all select p.state -> 'answers' from profile p)
    select jsonb_build_object(
        'today', china_today(),
        'enterprise', jsonb_build_object('name', e.name, 'district', e.district, 'kind', (
            select coalesce(g.state #>> '{certificate,answers,kind}', o.state #>> '{profile,answers,kind}')
            from grain_state o
            left join filings f on f.enterprise = e.credit_code and f.kind = 'enterprise' and f.state in ('issued', 'revoked')
            left join grain_state g on g.kind = 'filing' and g.key = 'filing-' || f.id
            where o.kind = 'enterprise' and o.key = 'enterprise-' || e.credit_code
            order by f.created_at desc nulls last limit 1)),
        'product', jsonb_build_object('name', b.product, 'category', b.category),
        'profile', (select jsonb_build_object('formVersion', p.state -> 'formVersion', 'answers', p.state -> 'answers') from profile p),
        'filings', (
            select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'state', f.state, 'validTo', f.valid_to)), '[]')
            from filings f
            where f.enterprise = e.credit_code and f.state in ('issued', 'revoked')
                and (f.kind = 'enterprise' or f.id = b.product_filing)),
        'stages', (select jsonb_agg(i.item order by i.place) from batch_items(b.enterprise, b.number) i),
        'records', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'item', s.item, 'form', s.form, 'formVersion', s.form_version, 'answers', s.answers, 'day', s.day,
                'lawfulFrom', s.lawful_from) order by s.item, s.place), '[]')
            from shown s where s.answers is not null),
        'harvests', (
            select coalesce(
                jsonb_agg(jsonb_build_object('date', h -> 'date', 'lawfulFrom', h -> 'lawfulFrom') order by h ->> 'date'), '[]')
            from grain_state g cross join lateral jsonb_array_elements(g.state -> 'harvests') h
            where g.kind = 'batch' and g.key = 'batch-' || b.enterprise || '-' || b.number and h ? 'lawfulFrom'),
        'names', (
            select coalesce(jsonb_object_agg(n.id, n.name), '{}') from (
                select p.id, p.name from plots_of_enterprises p
                where p.enterprise = b.enterprise
                    and p.id in (select v #>> '{}' from told t cross join lateral jsonb_path_query(t.answers, '$.*[*]') v)
                union
                select l.id, i.name || ' (' || i.unit || ')'
                from input_lots l join inputs i on i.enterprise = l.enterprise and i.id = l.item
                where l.enterprise = b.enterprise
                    and l.id in (select v #>> '{}' from told t cross join lateral jsonb_path_query(t.answers, '$.*[*].lot') v)) n),
        'media', (
            select coalesce(jsonb_object_agg(a.sha256, a.media_type), '{}')
            from attachments a join attachment_holders h using (sha256)
            where h.enterprise = b.enterprise
                and a.sha256 in (select v #>> '{}' from told t cross join lateral jsonb_path_query(t.answers, '$.**.sha256') v)),
        'staffHealth', (
            select staff_health(p.enterprise, china_today()) from published_items p
            where p.enterprise = b.enterprise and p.batch = '' and p.item = 'health-check'),
        'sensors', (
            select shown_sensors(p.enterprise, b.zone) from published_items p
            where p.enterprise = b.enterprise and p.batch = '' and p.item = 'sensors'))
    from batches b join enterprises e on e.credit_code = b.enterprise
    where b.enterprise = public_view.enterprise and b.number = public_view.batch and b.state <> 'void'
$$;
