-- Who exported which list and when (SC4). Written before the first row leaves, so the count of rows is not known.
create table exports (
    id          bigint      generated always as identity primary key,
    account     text        not null,
    role        text        not null,
    scope       text        not null,
    path        text        not null,
    query       text        not null,
    format      text        not null,
    exported_at timestamptz not null default clock_timestamp()
);

create index exports_account on exports (account, id);

call make_append_only('exports');

-- A roster shows mobiles masked, so that its export is as wide as its import.
alter table growers add column masked_mobile text;

update growers g set masked_mobile = s.state ->> 'maskedMobile' from grain_state s where s.kind = 'grower' and s.key = 'grower-' || g.id;

create or replace function derive_grower() returns trigger language plpgsql as $$
declare
    grower_id text := substr(new.key, length('grower-') + 1);
begin
    insert into growers values (
        grower_id, new.state ->> 'name', new.state ->> 'maskedName', new.state ->> 'maskedNumber', new.state ->> 'region',
        (new.state ->> 'legal')::boolean, (new.state ->> 'revision')::int, new.state ->> 'maskedMobile')
    on conflict (id) do update set name = excluded.name, masked_name = excluded.masked_name, masked_number = excluded.masked_number,
        region = excluded.region, legal = excluded.legal, revision = excluded.revision, masked_mobile = excluded.masked_mobile;

    delete from plots p where p.grower = grower_id;
    -- In the order of the key, so that two imports that name the same plots wait for each other instead of locking up.
    insert into plots
    select p.season, p.code, grower_id, p.name, p."areaMu", p.variety, p."landKind", new.state ->> 'region'
    from jsonb_to_recordset(new.state -> 'plots')
        as p (season int, code text, name text, "areaMu" numeric, variety text, "landKind" text)
    order by p.season, p.code;
    return null;
end
$$;
