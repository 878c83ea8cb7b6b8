-- Sensors (传感器) of enterprises, and their readings. A sensor is a decision; its readings are bulk facts (see the ADR).
create table sensors (
    id            text        primary key,
    enterprise    text        not null,
    name          text        not null,
    zone          text,
    quantities    jsonb       not null,
    registered_at timestamptz not null,
    retired_at    timestamptz,
    revision      int         not null
);

create index sensors_of_enterprise on sensors (enterprise, name, id);

-- One quantity of one sensor, under a number, since readings are many. It stays when the sensor no longer measures it.
create table sensor_series (
    number   int  generated always as identity primary key,
    sensor   text not null references sensors,
    quantity text not null,
    unique (sensor, quantity)
);

create function derive_sensor() returns trigger language plpgsql as $$
declare
    sensor_id text := substr(new.key, length('sensor-') + 1);
    stands_in text := new.state ->> 'zone';
begin
    if stands_in is not null and stands_in is distinct from (select s.zone from sensors s where s.id = sensor_id) then
        perform from production_zones z
        where z.enterprise = new.state ->> 'enterprise' and z.id = stands_in and not z.retired for share;
        if not found then
            raise exception 'no zone %', stands_in using errcode = 'check_violation', constraint = 'sensor_zone_known';
        end if;
    end if;

    insert into sensors values (
        sensor_id, new.state ->> 'enterprise', new.state ->> 'name', stands_in, new.state -> 'quantities',
        (new.state ->> 'registeredAt')::timestamptz, (new.state ->> 'retiredAt')::timestamptz, (new.state ->> 'revision')::int)
    on conflict (id) do update set name = excluded.name, zone = excluded.zone, quantities = excluded.quantities,
        retired_at = excluded.retired_at, revision = excluded.revision;
    insert into sensor_series (sensor, quantity)
    select sensor_id, q ->> 'quantity' from jsonb_array_elements(new.state -> 'quantities') q
    on conflict do nothing;
    return null;
end
$$;

select add_grain_kind('sensor', after_write => 'derive_sensor');

-- Every reading, by month of China, so that a month goes at once when its time is over.
create table sensor_readings (
    series       int            not null,
    at           timestamptz    not null,
    value        numeric(12, 4) not null,
    out_of_range boolean        not null,
    primary key (series, at)
) partition by range (at);

-- What charts show, kept up in the transaction of the readings themselves: figures of believable values, and counts of all. Hours go
-- with their readings, days stay.
create table sensor_hours (
    series       int         not null,
    hour         timestamptz not null,
    readings     int         not null,
    out_of_range int         not null,
    min_value    numeric,
    max_value    numeric,
    sum_value    numeric     not null,
    last_at      timestamptz not null,
    primary key (series, hour)
) with (fillfactor = 70);

create table sensor_days (
    series       int     not null,
    day          date    not null,
    readings     int     not null,
    out_of_range int     not null,
    min_value    numeric,
    max_value    numeric,
    sum_value    numeric not null,
    primary key (series, day)
) with (fillfactor = 70);

-- The month that a day lies in. A new one is made beside the table and then attached, which holds no reader and no writer up.
create function make_reading_month(day date) returns void language plpgsql as $$
declare
    month date := date_trunc('month', day::timestamp)::date;
    part  text := 'sensor_readings_' || to_char(month, 'YYYY_MM');
begin
    if to_regclass(part) is not null then
        return;
    end if;
    -- What attaching takes anyway. A lock of the table, unlike one of our own, also tells this session what others made meanwhile.
    lock table sensor_readings in share update exclusive mode;
    if to_regclass(part) is null then
        execute format('create table %I (like sensor_readings including all)', part);
        execute format('alter table sensor_readings attach partition %I for values from (%L) to (%L)', part,
            month::timestamp at time zone 'Asia/Shanghai', (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
    end if;
end
$$;

-- Makes the months to come and drops those before `oldest`, on one node at a time. Answers the names of the partitions that went.
create function keep_reading_months(today date, ahead int, oldest date) returns text[] language plpgsql as $$
declare
    part text;
    gone text[] := '{}';
begin
    if not pg_try_advisory_xact_lock(hashtextextended('keep_reading_months', 38)) then
        return gone;
    end if;
    for month in 0 .. ahead loop
        perform make_reading_month((date_trunc('month', today::timestamp) + make_interval(months => month))::date);
    end loop;

    -- A drop waits for whoever reads, and everybody else would wait behind it: it rather tries again next time.
    set local lock_timeout = '2s';
    for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'sensor_readings'::regclass and c.relname < 'sensor_readings_' || to_char(oldest, 'YYYY_MM') order by 1
    loop
        execute format('drop table %I', part);
        gone := gone || part;
    end loop;
    delete from sensor_hours where hour < oldest::timestamp at time zone 'Asia/Shanghai';
    return gone;
end
$$;

-- Keeps what is new of one sensor's readings and counts it. A reading that is there already with the same value is a repetition; with
-- another value it is refused: `differing` are their places. All writers take rows in the same order, so that none waits for another
-- that waits for it.
create function store_readings(of_series int[], of_at timestamptz[], of_value numeric[], of_flag boolean[],
    out stored int, out differing int[]) language plpgsql as $$
#variable_conflict use_column
begin
    perform make_reading_month(m.month::date)
    from (select distinct date_trunc('month', t at time zone 'Asia/Shanghai') as month from unnest(of_at) t order by 1) m;

    with given as (
        select * from unnest(of_series, of_at, of_value, of_flag) with ordinality g (series, at, value, out_of_range, place)
    ), fresh as (
        insert into sensor_readings select g.series, g.at, g.value, g.out_of_range from given g order by g.series, g.at, g.place
        on conflict do nothing
        returning series, at, value, out_of_range
    ), hours as (
        insert into sensor_hours as h
        select f.series, date_trunc('hour', f.at, 'UTC') as hour, count(*), count(*) filter (where f.out_of_range),
            min(f.value) filter (where not f.out_of_range), max(f.value) filter (where not f.out_of_range),
            coalesce(sum(f.value) filter (where not f.out_of_range), 0), max(f.at)
        from fresh f group by 1, 2 order by 1, 2
        on conflict (series, hour) do update set readings = h.readings + excluded.readings,
            out_of_range = h.out_of_range + excluded.out_of_range, min_value = least(h.min_value, excluded.min_value),
            max_value = greatest(h.max_value, excluded.max_value), sum_value = h.sum_value + excluded.sum_value,
            last_at = greatest(h.last_at, excluded.last_at)
    ), days as (
        insert into sensor_days as d
        select f.series, (f.at at time zone 'Asia/Shanghai')::date as day, count(*), count(*) filter (where f.out_of_range),
            min(f.value) filter (where not f.out_of_range), max(f.value) filter (where not f.out_of_range),
            coalesce(sum(f.value) filter (where not f.out_of_range), 0)
        from fresh f group by 1, 2 order by 1, 2
        on conflict (series, day) do update set readings = d.readings + excluded.readings,
            out_of_range = d.out_of_range + excluded.out_of_range, min_value = least(d.min_value, excluded.min_value),
            max_value = greatest(d.max_value, excluded.max_value), sum_value = d.sum_value + excluded.sum_value
    )
    select count(*) into stored from fresh;

    -- Only now is to be seen what others stored meanwhile.
    if stored < cardinality(of_at) then
        differing := array(
            select g.place::int
            from unnest(of_series, of_at, of_value) with ordinality g (series, at, value, place)
            join sensor_readings r on r.series = g.series and r.at = g.at
            where r.value <> g.value order by g.place);
    else
        differing := '{}';
    end if;
end
$$;
