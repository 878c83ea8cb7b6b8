-- Growers by what may be searched and shown, and their plots. The number itself is only ever in the record, encrypted.
create table growers (
    id            text    primary key,
    name          text    not null,
    masked_name   text    not null,
    masked_number text    not null,
    region        text    not null,
    legal         boolean not null,
    revision      int     not null
);

create index growers_region on growers (region text_pattern_ops, id);

-- A plot is of one grower in one season: the primary key holds it, whoever imports at the same time.
create table plots (
    season    int            not null,
    code      text           not null,
    grower    text           not null references growers,
    name      text           not null,
    area_mu   numeric(12, 2) not null check (area_mu > 0),
    variety   text           not null,
    land_kind text           not null,
    region    text           not null,
    primary key (season, code)
);

create index plots_grower on plots (grower, season);

create function derive_grower() returns trigger language plpgsql as $$
declare
    grower_id text := substr(new.key, length('grower-') + 1);
begin
    insert into growers values (
        grower_id, new.state ->> 'name', new.state ->> 'maskedName', new.state ->> 'maskedNumber', new.state ->> 'region',
        (new.state ->> 'legal')::boolean, (new.state ->> 'revision')::int)
    on conflict (id) do update set name = excluded.name, masked_name = excluded.masked_name, masked_number = excluded.masked_number,
        region = excluded.region, legal = excluded.legal, revision = excluded.revision;

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

select add_grain_kind('grower', after_write => 'derive_grower');

-- The first of these plots (season and code at the same place of both arrays) that is somebody else's: {"season", "plot", "grower"
-- (masked name)}.
create function find_plot_of_another(asking text, seasons int[], codes text[]) returns jsonb language sql stable as $$
    select jsonb_build_object('season', p.season, 'plot', p.code, 'grower', g.masked_name)
    from unnest(seasons, codes) as a (season, code)
    join plots p on p.season = a.season and p.code = a.code and p.grower <> asking
    join growers g on g.id = p.grower
    order by p.season, p.code
    limit 1
$$;
