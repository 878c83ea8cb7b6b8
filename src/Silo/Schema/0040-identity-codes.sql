-- Identity codes (身份码): runs of codes that enterprises have, and the ranges of them that are bound to batches. Both are kept as ranges,
-- never code by code, so a thousand million codes cost a thousand million nothing (IC2).
--
-- Codes are digits of one length, so their order as text under "C" is their order as numbers; a span is inclusive of whole codes as
-- numbers. Where a layout has a check digit at its end (`checked`), nine of ten numbers inside a span are no codes: whoever looks a code
-- up has to try its check digit as well.

-- Codes of each length in a strip of numbers of their own, so that a plain index over ranges tells overlaps of one length alone and no
-- extension is needed.
create function code_place(length int, span numrange) returns numrange language sql immutable parallel safe as $$
    select numrange(length * 1e33 + lower(span), length * 1e33 + upper(span), '[]')
$$;

create function code_span(first_code text, last_code text) returns numrange language sql immutable parallel safe as $$
    select numrange(first_code::numeric, last_code::numeric, '[]')
$$;

-- How many codes from the one to the other, both included.
create function codes_between(first_code numeric, last_code numeric, checked boolean) returns bigint
    language sql immutable parallel safe as $$
    select (case when checked then div(last_code, 10) - div(first_code, 10) else last_code - first_code end + 1)::bigint
$$;

-- Tells every node that what a consumer may see of a batch, or of everything of the enterprise where the batch is null, is no longer what
-- it was (PB3). The nodes hear it when this transaction is committed, and not when it is not.
create function touch_lookup(enterprise text, batch text) returns void language sql as $$
    select pg_notify('lookup', enterprise || '/' || coalesce(batch, ''))
$$;

-- {"code", "at"}: the first look-up of any of these codes, or null when there was none; the look-up puts its own function in place.
create function find_first_scan(first_code text, last_code text, length int) returns jsonb language sql stable as $$ select null::jsonb $$;

-- Runs of codes (号段) that enterprises have: given out by the platform, or brought along from an earlier vendor.
create table code_allocations (
    enterprise     text             not null,
    id             text             not null,
    source         text             not null,
    layout         text             not null,
    checked        boolean          not null,
    length         int              not null,
    start_code     text collate "C" not null,
    end_code       text collate "C" not null,
    codes          bigint           not null check (codes > 0),
    span           numrange         not null,
    product_serial text,
    allocated_at   timestamptz      not null,
    allocated_by   text             not null,
    revision       int              not null,
    changed_at     timestamptz      not null,
    place          numrange         not null generated always as (code_place(length, span)) stored,
    primary key (enterprise, id),
    constraint code_allocations_apart exclude using gist (place with &&)
);

create index code_allocations_newest on code_allocations (allocated_at desc, enterprise desc, id desc);
create index code_allocations_enterprise on code_allocations (enterprise, allocated_at desc, id desc);
create index code_allocations_code on code_allocations (length, start_code);

-- The number that an enterprise has in the platform's own codes, given once.
create table enterprise_serials (
    enterprise text primary key,
    serial     int  not null unique
);

-- Where the platform's own codes of an enterprise lie: whatever begins with this prefix is no earlier vendor's of anybody else.
create table code_spaces (
    length     int              not null,
    prefix     text collate "C" not null,
    enterprise text             not null,
    primary key (length, prefix)
);

-- The first unit serial after a prefix that was not given out, and what each allocation was given: an allocation that was interrupted and
-- comes again gets the same run.
create table code_serials (
    length int     not null,
    prefix text    not null,
    next   numeric not null default 0,
    primary key (length, prefix)
);

create table code_draws (
    allocation text    primary key,
    length     int     not null,
    prefix     text    not null,
    first      numeric not null,
    codes      bigint  not null
);

create function draw_enterprise_serial(enterprise text) returns jsonb language plpgsql as $$
#variable_conflict use_variable
begin
    if not exists (select from enterprise_serials s where s.enterprise = enterprise) then
        perform pg_advisory_xact_lock(hashtextextended('enterprise_serials', 40));
        insert into enterprise_serials
        select enterprise, coalesce(max(s.serial), 0) + 1 from enterprise_serials s
        on conflict on constraint enterprise_serials_pkey do nothing;
    end if;
    return (select jsonb_build_object('serial', s.serial) from enterprise_serials s where s.enterprise = enterprise);
end
$$;

-- The end of the run that lies furthest on in these unit serials, as a unit serial; null when all are free.
create function last_serial_taken(prefix text, digits int, with_check boolean, first numeric, wanted bigint) returns numeric
    language sql stable as $$
    select max(case when with_check then div(upper(a.span), 10) else upper(a.span) end) - (prefix || repeat('0', digits))::numeric
    from code_allocations a
    where a.place && code_place(
        length(prefix) + digits + with_check::int,
        numrange(
            ((prefix || repeat('0', digits))::numeric + first) * case when with_check then 10 else 1 end,
            ((prefix || repeat('0', digits))::numeric + first + wanted) * case when with_check then 10 else 1 end - 1, '[]'))
$$;

-- {"first"}: the unit serial that a run of so many codes begins with, free and given to nobody else; null when the digits do not hold so
-- many more. Whoever draws after the same prefix waits for whoever came first, so runs follow each other without gaps, but for what an
-- earlier vendor's run takes.
create function draw_code_run(allocation text, prefix text, digits int, checked boolean, codes bigint) returns jsonb language plpgsql as $$
#variable_conflict use_variable
declare
    of_length int := length(prefix) + digits + checked::int;
    first     numeric;
    taken     numeric;
begin
    insert into code_serials values (of_length, prefix) on conflict do nothing;
    select s.next into first from code_serials s where s.length = of_length and s.prefix = prefix for update;

    select d.first into taken from code_draws d
    where d.allocation = allocation and d.length = of_length and d.prefix = prefix and d.codes = codes;
    if found and last_serial_taken(prefix, digits, checked, taken, codes) is null then
        return jsonb_build_object('first', taken);
    end if;

    loop
        if first + codes > power(10::numeric, digits) then
            return null;
        end if;
        taken := last_serial_taken(prefix, digits, checked, first, codes);
        exit when taken is null;
        first := taken + 1;
    end loop;
    update code_serials s set next = first + codes where s.length = of_length and s.prefix = prefix;
    insert into code_draws values (allocation, of_length, prefix, first, codes)
    on conflict on constraint code_draws_pkey do update
        set length = excluded.length, prefix = excluded.prefix, first = excluded.first, codes = excluded.codes;
    return jsonb_build_object('first', first);
end
$$;

create function derive_code_allocation() returns trigger language plpgsql as $$
declare
    s     jsonb := new.state;
    owner text  := substr(new.key, length('allocation-') + 1, 18);
begin
    insert into code_allocations values (
        owner, substr(new.key, length('allocation-') + 20), s ->> 'source', s -> 'layout' ->> 'name',
        jsonb_path_exists(s, '$.layout.parts[*].kind ? (@ == "check")'), length(s ->> 'start'), s ->> 'start', s ->> 'end',
        (s ->> 'codes')::bigint, code_span(s ->> 'start', s ->> 'end'), s ->> 'productSerial',
        (s -> 'allocated' ->> 'at')::timestamptz, s -> 'allocated' ->> 'by', (s ->> 'revision')::int, new.changed_at)
    on conflict (enterprise, id) do update set revision = excluded.revision, changed_at = excluded.changed_at;

    if s ? 'space' then
        insert into code_spaces values (length(s ->> 'start'), s ->> 'space', owner) on conflict do nothing;
    end if;
    perform touch_lookup(owner, null);
    return null;
end
$$;

select add_grain_kind('code-allocation', after_write => 'derive_code_allocation');

-- Ranges of codes (码段) as they are bound now; what was unbound is told by its history alone. `frozen` are the parts under recall.
create table code_ranges (
    enterprise   text             not null,
    id           text             not null,
    batch        text             not null,
    length       int              not null,
    span         numrange         not null,
    start_code   text collate "C" not null,
    end_code     text collate "C" not null,
    checked      boolean          not null,
    codes        bigint           not null check (codes > 0),
    frozen       nummultirange    not null default '{}',
    frozen_codes bigint           not null default 0,
    bound_at     timestamptz      not null,
    bound_by     text             not null,
    revision     int              not null,
    changed_at   timestamptz      not null,
    place        numrange         not null generated always as (code_place(length, span)) stored,
    primary key (enterprise, id),
    constraint code_ranges_apart exclude using gist (place with &&)
);

create index code_ranges_code on code_ranges (length, start_code);
create index code_ranges_enterprise on code_ranges (enterprise, length, start_code);
create index code_ranges_batch on code_ranges (enterprise, batch, length, start_code);

-- The bound range that a code lies in, if any. Ranges never overlap, so it is the last one that begins at or before the code.
create function find_code_range(code text) returns setof code_ranges language sql stable rows 1 as $$
    select r.* from (
        select c.* from code_ranges c
        where c.length = length(find_code_range.code) and c.start_code <= find_code_range.code
        order by c.start_code desc limit 1) r
    where r.end_code >= find_code_range.code
$$;

-- Whether codes are bound to a batch, by the key of its grain.
create or replace function codes_bound(batch text) returns boolean language sql stable as $$
    select exists (
        select from code_ranges r
        where r.enterprise = substr(codes_bound.batch, length('batch-') + 1, 18)
            and r.batch = substr(codes_bound.batch, length('batch-') + 20))
$$;

create function frozen_parts(freezes jsonb) returns nummultirange language sql immutable as $$
    select coalesce(range_agg(code_span(f ->> 'start', f ->> 'end')), '{}')
    from jsonb_array_elements(coalesce(freezes, '[]')) f
    where not f ? 'lifted'
$$;

-- The batch's record stays locked until the range is stored: a batch that is being voided waits and then finds codes bound to it, or was
-- first and is found void here.
create function hold_batch_for_codes(batch_key text) returns void language plpgsql as $$
declare
    batch_state text;
begin
    select b.state ->> 'state' into batch_state from grain_state b where b.kind = 'batch' and b.key = batch_key for share;
    if batch_state is null or batch_state not in ('running', 'completed') then
        raise exception 'batch % takes no codes', batch_key using errcode = 'check_violation', constraint = 'code_ranges_batch';
    end if;
end
$$;

create function derive_code_range() returns trigger language plpgsql as $$
declare
    s       jsonb         := new.state;
    owner   text          := substr(new.key, length('code-range-') + 1, 18);
    own_id  text          := substr(new.key, length('code-range-') + 20);
    checked boolean       := (s ->> 'checked')::boolean;
    frozen  nummultirange := frozen_parts(s -> 'freezes');
begin
    if s ? 'unbound' then
        delete from code_ranges r where r.enterprise = owner and r.id = own_id;
    else
        if tg_op = 'INSERT' then
            perform hold_batch_for_codes('batch-' || owner || '-' || (s ->> 'batch'));
        end if;
        insert into code_ranges values (
            owner, own_id, s ->> 'batch', length(s ->> 'start'), code_span(s ->> 'start', s ->> 'end'), s ->> 'start', s ->> 'end',
            checked, (s ->> 'codes')::bigint, frozen,
            (select coalesce(sum(codes_between(lower(f), upper(f), checked)), 0) from unnest(frozen) f),
            (s -> 'bound' ->> 'at')::timestamptz, s -> 'bound' ->> 'by', (s ->> 'revision')::int, new.changed_at)
        on conflict (enterprise, id) do update set frozen = excluded.frozen, frozen_codes = excluded.frozen_codes,
            revision = excluded.revision, changed_at = excluded.changed_at;
    end if;
    perform touch_lookup(owner, s ->> 'batch');
    return null;
end
$$;

select add_grain_kind('code-range', after_write => 'derive_code_range');

-- {"runs": [{"id", "checked", "start", "end"}]}: the enterprise's runs that codes of this range may lie in, in their order. Looked for a
-- little wider than asked, so that a code with a wrong check digit at the edge of a run is told from a code of nobody.
create function find_code_runs(enterprise text, first_code text, last_code text) returns jsonb language sql stable as $$
    select jsonb_build_object('runs', coalesce(jsonb_agg(a.run order by a.run ->> 'start' collate "C"), '[]'))
    from (
        select jsonb_build_object('id', c.id, 'checked', c.checked, 'start', c.start_code, 'end', c.end_code) as run
        from code_allocations c
        where c.enterprise = find_code_runs.enterprise and c.place && code_place(
            length(first_code), numrange(div(first_code::numeric, 10) * 10, div(last_code::numeric, 10) * 10 + 9, '[]'))
        order by c.start_code limit 1000) a
$$;

-- {"range", "batch", "start", "end"}: the first of the bound ranges in the way of this one.
create function find_range_in_way(first_code text, last_code text) returns jsonb language sql stable as $$
    select jsonb_build_object('range', r.id, 'enterprise', r.enterprise, 'batch', r.batch, 'start', r.start_code, 'end', r.end_code)
    from code_ranges r
    where r.place && code_place(length(first_code), code_span(first_code, last_code))
    order by r.start_code limit 1
$$;

-- {"start", "end"}: the part of a run that somebody has already, or that is kept for another enterprise's codes of the platform.
create function find_run_in_way(enterprise text, first_code text, last_code text) returns jsonb language sql stable as $$
    select jsonb_build_object('start', greatest(first_code, w.starts collate "C"), 'end', least(last_code, w.ends collate "C"))
    from (
        select a.start_code, a.end_code from code_allocations a
        where a.place && code_place(length(first_code), code_span(first_code, last_code))
        union all
        select rpad(s.prefix, s.length, '0'), rpad(s.prefix, s.length, '9') from code_spaces s
        where s.length = length(first_code) and s.enterprise <> find_run_in_way.enterprise
            and rpad(s.prefix, s.length, '0') collate "C" <= last_code and rpad(s.prefix, s.length, '9') collate "C" >= first_code
    ) w (starts, ends)
    order by w.starts limit 1
$$;
