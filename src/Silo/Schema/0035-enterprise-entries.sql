-- What an enterprise tells of itself besides its profile: production zones, plots of zones, products. Retired ones stay, since batches
-- and records go on naming them.
create table production_zones (
    enterprise text        not null,
    id         text        not null,
    name       text        not null,
    code       text,
    area_mu    numeric,
    retired    boolean     not null,
    revision   int         not null,
    changed_at timestamptz not null,
    primary key (enterprise, id)
);

create table plots_of_enterprises (
    enterprise text        not null,
    id         text        not null,
    zone       text        not null,
    name       text        not null,
    area_mu    numeric,
    retired    boolean     not null,
    revision   int         not null,
    changed_at timestamptz not null,
    primary key (enterprise, id)
);

create index plots_of_enterprises_zone on plots_of_enterprises (enterprise, zone);

create table products (
    enterprise     text        not null,
    id             text        not null,
    product_filing text,
    name           text        not null,
    retired        boolean     not null,
    revision       int         not null,
    changed_at     timestamptz not null,
    primary key (enterprise, id)
);

-- A number among answers, or null.
create function number_of(answers jsonb, field text) returns numeric language sql immutable as $$
    select case when jsonb_typeof(answers -> field) = 'number' then (answers ->> field)::numeric end
$$;

-- The running batch that names this zone or plot, if any; batches put their own function in place of this one.
create function batch_using_entry(enterprise text, id text) returns text language sql stable as $$ select null::text $$;

-- The row is locked by the upsert before this looks for batches, and whoever opens a batch locks the same row before it looks
-- whether it is retired: whichever comes second sees the first.
create function refuse_used_entry(enterprise text, id text) returns void language plpgsql as $$
begin
    if batch_using_entry(enterprise, id) is not null then
        raise exception '% is used by a running batch', id
            using errcode = 'check_violation', constraint = 'enterprise_entry_used_by_batch';
    end if;
end
$$;

create function derive_production_zone() returns trigger language plpgsql as $$
declare
    owner   text    := split_part(new.key, '-', 2);
    zone_id text    := split_part(new.key, '-', 3);
    retired boolean := new.state ? 'retired';
    answers jsonb   := new.state -> 'answers';
begin
    insert into production_zones values (
        owner, zone_id, coalesce(answers ->> 'name', ''), answers ->> 'code', number_of(answers, 'areaMu'), retired,
        (new.state ->> 'revision')::int, new.changed_at)
    on conflict (enterprise, id) do update set name = excluded.name, code = excluded.code, area_mu = excluded.area_mu,
        retired = excluded.retired, revision = excluded.revision, changed_at = excluded.changed_at;
    if retired then
        perform refuse_used_entry(owner, zone_id);
        if exists (select from plots_of_enterprises p where p.enterprise = owner and p.zone = zone_id and not p.retired) then
            raise exception 'zone % has plots', zone_id using errcode = 'check_violation', constraint = 'production_zone_has_plots';
        end if;
    end if;
    return null;
end
$$;

create function derive_plot() returns trigger language plpgsql as $$
declare
    owner   text    := split_part(new.key, '-', 2);
    plot_id text    := split_part(new.key, '-', 3);
    retired boolean := new.state ? 'retired';
    answers jsonb   := new.state -> 'answers';
begin
    if not retired then
        perform from production_zones z where z.enterprise = owner and z.id = new.state ->> 'zone' and not z.retired for share;
        if not found then
            raise exception 'zone % is not in use', new.state ->> 'zone' using errcode = 'check_violation', constraint = 'plot_zone_in_use';
        end if;
    end if;
    insert into plots_of_enterprises values (
        owner, plot_id, new.state ->> 'zone', coalesce(answers ->> 'name', ''), number_of(answers, 'areaMu'), retired,
        (new.state ->> 'revision')::int, new.changed_at)
    on conflict (enterprise, id) do update set zone = excluded.zone, name = excluded.name, area_mu = excluded.area_mu,
        retired = excluded.retired, revision = excluded.revision, changed_at = excluded.changed_at;
    if retired then
        perform refuse_used_entry(owner, plot_id);
    end if;
    return null;
end
$$;

create function derive_product() returns trigger language plpgsql as $$
declare
    answers jsonb := new.state -> 'answers';
begin
    insert into products values (
        split_part(new.key, '-', 2), split_part(new.key, '-', 3), new.state ->> 'productFiling', coalesce(answers ->> 'productName', ''),
        new.state ? 'retired', (new.state ->> 'revision')::int, new.changed_at)
    on conflict (enterprise, id) do update set product_filing = excluded.product_filing, name = excluded.name,
        retired = excluded.retired, revision = excluded.revision, changed_at = excluded.changed_at;
    return null;
end
$$;

select add_grain_kind('production-zone', after_write => 'derive_production_zone');
select add_grain_kind('plot', after_write => 'derive_plot');
select add_grain_kind('product', after_write => 'derive_product');

-- Retired plots are still known: records of the years before name them.
create or replace function known_plots(enterprise text, asked text[]) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(p.id), '[]'::jsonb) from plots_of_enterprises p
    where p.enterprise = known_plots.enterprise and p.id = any (asked)
$$;

-- {"name"} of a zone that is in use.
create function find_zone_in_use(enterprise text, zone text) returns jsonb language sql stable as $$
    select jsonb_build_object('name', z.name) from production_zones z
    where z.enterprise = find_zone_in_use.enterprise and z.id = find_zone_in_use.zone and not z.retired
$$;

-- {"batch", "plots"}: what keeps a zone or a plot from being retired.
create function find_entry_use(enterprise text, id text) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'batch', batch_using_entry(enterprise, id),
        'plots', exists (
            select from plots_of_enterprises p where p.enterprise = find_entry_use.enterprise and p.zone = find_entry_use.id and not p.retired))
$$;
