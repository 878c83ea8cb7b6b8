-- A line's record is small, and what a turn adds to the ledgers is large. The writer gives the turn to the ledgers and stores the rest, so
-- that no message is written twice: line_events alone has them.

-- One link of a line's chain as an aggregate: over an ordered window it gives every message its hash in one pass.
create function next_line_link(last bytea, before bytea, line_gin text, line_number text, event text) returns bytea
    language sql immutable parallel safe as $$
    select sha256(coalesce(last, before, decode(repeat('00', 32), 'hex'))
        || convert_to(array_to_json(array[line_gin, line_number, event])::text, 'UTF8'))
$$;

create aggregate line_link(before bytea, line_gin text, line_number text, event text) (sfunc = next_line_link, stype = bytea);

create or replace function append_line_events(line_gin text, line_number int, events jsonb) returns void language plpgsql as $$
declare
    previous bytea := (
        select e.hash from line_events e where e.gin = line_gin and e.line = line_number order by e.number desc limit 1);
begin
    insert into line_events
    select line_gin, line_number, (l.event ->> 'number')::int, (l.event ->> 'sequence')::bigint, l.event ->> 'key', l.event,
        coalesce(lag(l.hash) over (order by l.place), previous), l.hash
    from (
        select e.event, e.place, line_link(previous, line_gin, line_number::text, e.event::text) over (order by e.place) as hash
        from jsonb_array_elements(events) with ordinality as e (event, place)
    ) l;
end
$$;

create function take_line_turn(s jsonb, known_model text, at timestamptz) returns void language plpgsql as $$
declare
    line_gin    text := s ->> 'gin';
    line_number int  := (s ->> 'number')::int;
    move        record;
    held_by     int;
begin
    if known_model is distinct from s ->> 'model' then
        insert into gin_lines values (line_gin, line_number, s ->> 'model')
        on conflict (gin, line) do update set model = excluded.model;
    end if;

    for move in
        select m.* from jsonb_to_recordset(s -> 'movements') as m (
            card text, move text, unit text, "quotaKg" numeric, "processedKg" numeric, bales int, delay int, "overshootKg" numeric,
            begins boolean)
    loop
        if move.move = 'withdrawn' then
            delete from card_progress p where p.card = move.card and p.gin = line_gin and p.line = line_number;
            continue;
        end if;

        held_by := case when move.move in ('queued', 'inWork') then line_number end;
        update card_progress p set line = held_by, state = move.move, quota_kg = move."quotaKg", processed_kg = move."processedKg",
            bales = move.bales, delay = move.delay, overshoot_kg = move."overshootKg", changed_at = at
        where p.card = move.card and p.gin = line_gin and (p.line = line_number or (p.line is null and p.state = 'finishedManual'));
        if not found then
            perform take_card(row(move.card, line_gin, held_by, move.move, move.unit, move."quotaKg", move."processedKg", move.bales,
                move.delay, move."overshootKg", at)::card_progress);
        end if;
        if move.begins then
            perform begin_ginning(move.card, move.unit, move."quotaKg", at);
        end if;
    end loop;

    if jsonb_array_length(s -> 'pressed') > 0 then
        insert into bales
        select b.barcode, line_gin, line_number, b.season, b.card, b."delayOf", b.unit, b."grossKg", b."tareKg", b."netKg", b."regainPct",
            b."impurityPct", b."processedKg", b.warnings, b."pressedAt"
        from jsonb_to_recordset(s -> 'pressed') as b (
            barcode text, season int, card text, "delayOf" text, unit text, "grossKg" numeric, "tareKg" numeric, "netKg" numeric,
            "regainPct" numeric, "impurityPct" numeric, "processedKg" numeric, warnings text[], "pressedAt" timestamptz);
    end if;

    if jsonb_array_length(s -> 'events') > 0 then
        perform append_line_events(line_gin, line_number, s -> 'events');
    end if;
end
$$;

drop trigger after_write on grain_state_gin_line;
drop function derive_gin_line();

create or replace function write_gin_line(key text, expected_version int, payload jsonb) returns int language plpgsql as $$
#variable_conflict use_variable
declare
    current_version int;
    known_model     text;
    next_version    int;
    next_state      jsonb       := nullif(payload -> 'state', 'null'::jsonb);
    kept            jsonb       := next_state - '{events,pressed,movements}'::text[];
    written_at      timestamptz := clock_timestamp();
    next_hash       bytea;
begin
    select s.version, s.state ->> 'model' into current_version, known_model
    from grain_state_gin_line s where s.kind = 'gin-line' and s.key = key for update;
    if current_version is distinct from expected_version then
        return null;
    end if;

    next_version := coalesce(current_version, 0) + 1;
    next_hash := chain_hash(null, 'gin-line', key, next_version::text, kept::text, chain_time(written_at));
    if current_version is null then
        insert into grain_state_gin_line values ('gin-line', key, next_version, kept, written_at, next_hash) on conflict do nothing;
        if not found then
            return null;
        end if;
    else
        update grain_state_gin_line s set version = next_version, state = kept, changed_at = written_at, hash = next_hash
        where s.kind = 'gin-line' and s.key = key;
    end if;

    if next_state is not null then
        perform take_line_turn(next_state, known_model, written_at);
    end if;
    return next_version;
end
$$;
