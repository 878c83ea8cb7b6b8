-- Trace units by what may be searched, and the two promises that reach across units: a plot is in one unit per season (TU4),
-- and a unit whose cotton is being ginned never changes (TU7).
create table trace_units (
    id         text        primary key,
    season     int         not null,
    name       text        not null,
    formation  text        not null,
    state      text        not null,
    region     text        not null,
    regiment   text        not null,
    organizer  text        not null,
    area_mu    numeric     not null,
    reason     text,
    revision   int         not null,
    changed_at timestamptz not null
);

create index trace_units_region on trace_units (region text_pattern_ops, season, id);
create index trace_units_organizer on trace_units (organizer, season, id);

-- Kept when the unit is dissolved, so that its growers can still read what became of it.
create table trace_unit_members (
    unit   text not null references trace_units,
    grower text not null,
    primary key (unit, grower)
);

create index trace_unit_members_grower on trace_unit_members (grower, unit);

create table trace_unit_plots (
    season int  not null,
    plot   text not null,
    unit   text not null references trace_units,
    grower text not null,
    primary key (season, plot)
);

create index trace_unit_plots_unit on trace_unit_plots (unit);

-- The first bale of any card of a unit puts its row here, in the bale's own transaction, after locking the unit's row in
-- trace_units for share and finding it approved. The function below locks the same row for update before it looks here:
-- whichever comes second sees the first.
create table trace_unit_processing (
    unit  text        primary key references trace_units,
    since timestamptz not null
);

create function derive_trace_unit() returns trigger language plpgsql as $$
declare
    unit_id text := substr(new.key, length('unit-') + 1);
    season  int  := (new.state ->> 'season')::int;
    state   text := new.state ->> 'state';
begin
    insert into trace_units values (
        unit_id, season, new.state ->> 'name', new.state ->> 'formation', state, new.state ->> 'region',
        left(new.state ->> 'region', 6), new.state ->> 'organizer', (new.state ->> 'areaMu')::numeric, new.state ->> 'reason',
        (new.state ->> 'revision')::int, new.changed_at)
    on conflict (id) do update set name = excluded.name, state = excluded.state, area_mu = excluded.area_mu, reason = excluded.reason,
        revision = excluded.revision, changed_at = excluded.changed_at;

    if exists (select from trace_unit_processing p where p.unit = unit_id) then
        raise exception 'trace unit % is being ginned', unit_id using errcode = 'check_violation', constraint = 'trace_unit_processing';
    end if;

    delete from trace_unit_members m where m.unit = unit_id;
    insert into trace_unit_members
    select distinct unit_id, m ->> 'grower' from jsonb_array_elements(new.state -> 'members') m;

    delete from trace_unit_plots p where p.unit = unit_id;
    if state <> 'dissolved' then
        -- In the order of the key, so that two units that reach for the same plots wait for each other instead of locking up.
        insert into trace_unit_plots
        select season, p ->> 'code', unit_id, m ->> 'grower'
        from jsonb_array_elements(new.state -> 'members') m, jsonb_array_elements(m -> 'plots') p
        order by p ->> 'code';
    end if;
    return null;
end
$$;

select add_grain_kind('trace-unit', after_write => 'derive_trace_unit');

-- {"since"} once ginning of the unit has begun.
create function find_trace_unit_processing(unit text) returns jsonb language sql stable as $$
    select jsonb_build_object('since', p.since) from trace_unit_processing p where p.unit = find_trace_unit_processing.unit
$$;

-- The first of these plots that another unit holds: {"plot", "unit" (its name)}.
create function find_taken_plot(asking text, season int, plots text[]) returns jsonb language sql stable as $$
    select jsonb_build_object('plot', p.plot, 'unit', u.name)
    from trace_unit_plots p
    join trace_units u on u.id = p.unit
    where p.season = find_taken_plot.season and p.plot = any (plots) and p.unit <> asking
    order by p.plot
    limit 1
$$;
