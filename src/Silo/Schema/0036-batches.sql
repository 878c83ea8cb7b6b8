-- Batches by what may be searched, and their stage records, each as it stands now. A batch's record carries the one stage record that its
-- last decision was about; the trigger below puts it here. What a record said before stands in the history of its batch.
create table batches (
    enterprise     text        not null,
    number         text        not null,
    state          text        not null,
    product_filing text        not null,
    product        text        not null,
    category       text        not null,
    zone           text        not null,
    plots          text[]      not null,
    records        int         not null,
    harvests       int         not null,
    violated       boolean     not null,
    opened_at      timestamptz not null,
    revision       int         not null,
    changed_at     timestamptz not null,
    primary key (enterprise, number)
);

create index batches_product on batches (enterprise, product_filing, number);
create index batches_running on batches (enterprise, zone) where state = 'running';

create table stage_records (
    enterprise  text  not null,
    batch       text  not null,
    id          text  not null,
    stage       text  not null,
    occurred_on date  not null,
    state       text  not null,
    revision    int   not null,
    -- The first lawful day, on a harvest inside a pre-harvest interval.
    lawful_from date,
    created_at  timestamptz not null,
    record      jsonb not null,
    primary key (enterprise, batch, id),
    foreign key (enterprise, batch) references batches
);

create index stage_records_time on stage_records (enterprise, batch, occurred_on, created_at, id);

-- The numbers that were given out, each to one request: a request that comes again gets the number it got. Gaps do not matter.
create table batch_numbers (
    enterprise text not null,
    day        date not null,
    serial     int  not null check (serial between 1 and 99999),
    request    text not null,
    primary key (enterprise, day, serial),
    constraint batch_numbers_request unique (enterprise, request)
);

-- {"number"} that a request got, or null.
create function find_batch_number(enterprise text, request text) returns jsonb language sql stable as $$
    select jsonb_build_object('number', to_char(n.day, 'YYYYMMDD') || to_char(n.serial, 'FM00000'))
    from batch_numbers n where n.enterprise = find_batch_number.enterprise and n.request = find_batch_number.request
$$;

-- As above, given out now; null when the day's numbers are used up.
create function allot_batch_number(enterprise text, day date, request text) returns jsonb language plpgsql as $$
#variable_conflict use_variable
begin
    perform pg_advisory_xact_lock(hashtextextended(enterprise, 36));
    insert into batch_numbers
    select enterprise, day, coalesce(max(n.serial), 0) + 1, request from batch_numbers n
    where n.enterprise = enterprise and n.day = day
    having coalesce(max(n.serial), 0) < 99999
    on conflict on constraint batch_numbers_request do nothing;
    return find_batch_number(enterprise, request);
end
$$;

-- Whether identity codes are bound to a batch, by the key of its grain; identity codes put their own function in place of this one.
create function codes_bound(batch text) returns boolean language sql stable as $$ select false $$;

create function find_codes_bound(batch text) returns jsonb language sql stable as $$
    select jsonb_build_object('bound', codes_bound(batch))
$$;

create or replace function batch_using_entry(enterprise text, id text) returns text language sql stable as $$
    select b.number from batches b
    where b.enterprise = batch_using_entry.enterprise and b.state = 'running' and (b.zone = id or id = any (b.plots))
    order by b.number limit 1
$$;

-- The zone and the plots of a running batch are in use. Their rows stay locked until the batch is stored, so whoever retires one
-- finds the batch, or was first and is found here.
create function hold_grounds(enterprise text, zone text, plots text[]) returns void language plpgsql as $$
#variable_conflict use_variable
declare
    held int;
begin
    perform from production_zones z where z.enterprise = enterprise and z.id = zone and not z.retired for share;
    if not found then
        raise exception 'zone % is not in use', zone using errcode = 'check_violation', constraint = 'batch_zone_in_use';
    end if;
    select count(*) into held from (
        select from plots_of_enterprises p
        where p.enterprise = enterprise and p.id = any (plots) and p.zone = zone and not p.retired order by p.id for share) locked;
    if held < cardinality(plots) then
        raise exception 'a plot is not in use' using errcode = 'check_violation', constraint = 'batch_plots_in_zone';
    end if;
end
$$;

-- The record that was just written, what it draws on the stock of inputs, and the marks of the harvests it makes lawful or unlawful. A
-- record that is marked is another than the one that was read: its revision goes on.
create function derive_stage_record(batch_key text, s jsonb) returns void language plpgsql as $$
declare
    owner        text  := s ->> 'enterprise';
    batch_number text  := s ->> 'number';
    written      jsonb := s -> 'written';
    record_id    text  := written ->> 'id';
    source       text  := batch_key || '/' || record_id;
begin
    if written ? 'deleted' then
        delete from stage_records r where r.enterprise = owner and r.batch = batch_number and r.id = record_id;
        perform draw_inputs(source, owner, '[]');
    else
        insert into stage_records values (
            owner, batch_number, record_id, written ->> 'stage', (written ->> 'occurredOn')::date, written ->> 'state',
            (written ->> 'revision')::int,
            (select (h ->> 'lawfulFrom')::date from jsonb_array_elements(s -> 'harvests') h where h ->> 'record' = record_id),
            (written -> 'created' ->> 'at')::timestamptz, written)
        on conflict (enterprise, batch, id) do update set occurred_on = excluded.occurred_on, state = excluded.state,
            revision = excluded.revision, lawful_from = excluded.lawful_from, record = excluded.record;
        perform draw_inputs(source, owner, written -> 'answers' -> 'inputs', (written ->> 'occurredOn')::date);
    end if;

    update stage_records r set lawful_from = h."lawfulFrom", revision = r.revision + 1
    from jsonb_to_recordset(s -> 'harvests') as h (record text, "lawfulFrom" date)
    where r.enterprise = owner and r.batch = batch_number and r.id = h.record and r.lawful_from is distinct from h."lawfulFrom";
end
$$;

create function derive_batch() returns trigger language plpgsql as $$
declare
    s            jsonb  := new.state;
    owner        text   := s ->> 'enterprise';
    batch_number text   := s ->> 'number';
    batch_state  text   := s ->> 'state';
    plots        text[] := array(select jsonb_array_elements_text(s -> 'plots'));
begin
    if tg_op = 'INSERT' and coalesce(filing_standing(owner, s ->> 'productFiling') -> 'product', 'null') = 'null' then
        raise exception 'product % is not filed', s ->> 'productFiling'
            using errcode = 'check_violation', constraint = 'batch_product_filed';
    end if;
    if batch_state = 'void' and codes_bound(new.key) then
        raise exception 'codes are bound to batch %', batch_number using errcode = 'check_violation', constraint = 'batch_codes_bound';
    end if;
    if batch_state = 'running' and (tg_op = 'INSERT' or (old.state -> 'state', old.state -> 'zone', old.state -> 'plots')
        is distinct from (s -> 'state', s -> 'zone', s -> 'plots')) then
        perform hold_grounds(owner, s ->> 'zone', plots);
    end if;

    insert into batches values (
        owner, batch_number, batch_state, s ->> 'productFiling', s ->> 'productName', s ->> 'category', s ->> 'zone', plots,
        (select coalesce(sum((stage ->> 'records')::int), 0) from jsonb_array_elements(s -> 'stages') stage),
        jsonb_array_length(s -> 'harvests'), jsonb_path_exists(s, '$.harvests[*].lawfulFrom'),
        (s -> 'opened' ->> 'at')::timestamptz, (s ->> 'revision')::int, new.changed_at)
    on conflict (enterprise, number) do update set state = excluded.state, zone = excluded.zone, plots = excluded.plots,
        records = excluded.records, harvests = excluded.harvests, violated = excluded.violated, revision = excluded.revision,
        changed_at = excluded.changed_at;
    if s ? 'written' then
        perform derive_stage_record(new.key, s);
    end if;
    return null;
end
$$;

select add_grain_kind('batch', after_write => 'derive_batch');

-- The versions of one record among those of its batch.
create index grain_history_stage_records on grain_history (key, (state #>> '{written,id}'), version) where kind = 'batch';

-- A stage record as it stands.
create function find_stage_record(enterprise text, batch text, id text) returns jsonb language sql stable as $$
    select r.record || jsonb_build_object('revision', r.revision)
    from stage_records r
    where r.enterprise = find_stage_record.enterprise and r.batch = find_stage_record.batch and r.id = find_stage_record.id
$$;

-- {"profile", "zones", "zone", "plots"}: what a batch needs of its enterprise, and those of the plots that are in use and in the zone.
create function find_batch_grounds(enterprise text, zone text, plots text[]) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'profile', exists (
            select from grain_state g
            where g.kind = 'enterprise' and g.key = 'enterprise-' || find_batch_grounds.enterprise and g.state ? 'profile'),
        'zones', exists (select from production_zones z where z.enterprise = find_batch_grounds.enterprise and not z.retired),
        'zone', exists (
            select from production_zones z
            where z.enterprise = find_batch_grounds.enterprise and z.id = find_batch_grounds.zone and not z.retired),
        'plots', (
            select coalesce(jsonb_agg(p.id), '[]') from plots_of_enterprises p
            where p.enterprise = find_batch_grounds.enterprise and p.zone = find_batch_grounds.zone and p.id = any (find_batch_grounds.plots)
                and not p.retired))
$$;
