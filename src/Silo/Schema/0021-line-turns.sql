-- A line writes all messages of one turn together. What the turn did with a card is one movement, whose "begins" says that its first
-- bale is among those written.
create or replace function derive_gin_line() returns trigger language plpgsql as $$
declare
    s           jsonb := new.state;
    line_gin    text  := s ->> 'gin';
    line_number int   := (s ->> 'number')::int;
    move        record;
    held_by     int;
begin
    if tg_op = 'INSERT' or old.state ->> 'model' <> s ->> 'model' then
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
            bales = move.bales, delay = move.delay, overshoot_kg = move."overshootKg", changed_at = new.changed_at
        where p.card = move.card and p.gin = line_gin and (p.line = line_number or (p.line is null and p.state = 'finishedManual'));
        if not found then
            perform take_card(row(move.card, line_gin, held_by, move.move, move.unit, move."quotaKg", move."processedKg", move.bales,
                move.delay, move."overshootKg", new.changed_at)::card_progress);
        end if;
        if move.begins then
            perform begin_ginning(move.card, move.unit, move."quotaKg", new.changed_at);
        end if;
    end loop;

    insert into bales
    select b.barcode, line_gin, line_number, b.season, b.card, b."delayOf", b.unit, b."grossKg", b."tareKg", b."netKg", b."regainPct",
        b."impurityPct", b."processedKg", b.warnings, b."pressedAt"
    from jsonb_to_recordset(s -> 'pressed') as b (
        barcode text, season int, card text, "delayOf" text, unit text, "grossKg" numeric, "tareKg" numeric, "netKg" numeric,
        "regainPct" numeric, "impurityPct" numeric, "processedKg" numeric, warnings text[], "pressedAt" timestamptz);

    perform append_line_events(line_gin, line_number, s -> 'events');
    return null;
end
$$;

-- Appends messages to the line's chain.
create function append_line_events(line_gin text, line_number int, events jsonb) returns void language plpgsql as $$
declare
    event    jsonb;
    previous bytea;
    next     bytea;
    links    bytea[] := '{}';
begin
    if coalesce(jsonb_array_length(events), 0) = 0 then
        return;
    end if;
    previous := (select e.hash from line_events e where e.gin = line_gin and e.line = line_number order by e.number desc limit 1);
    links := array[previous];
    for event in select jsonb_array_elements(events) loop
        next := chain_hash(previous, line_gin, line_number::text, event::text);
        links := links || next;
        previous := next;
    end loop;

    insert into line_events
    select line_gin, line_number, (e.event ->> 'number')::int, (e.event ->> 'sequence')::bigint, e.event ->> 'key', e.event,
        links[e.place], links[e.place + 1]
    from jsonb_array_elements(events) with ordinality as e (event, place);
end
$$;

-- {"events"} that these sequences and keys made; of a sequence that was corrected the correction.
create function find_line_events(gin text, line int, sequences bigint[], keys text[]) returns jsonb language sql stable as $$
    select jsonb_build_object('events', coalesce(jsonb_agg(e.event), '[]'))
    from (
        (select distinct on (e.sequence) e.event from line_events e
         where e.gin = find_line_events.gin and e.line = find_line_events.line and e.sequence = any (sequences)
         order by e.sequence, e.number desc)
        union all
        select e.event from line_events e
        where e.gin = find_line_events.gin and e.line = find_line_events.line and e.key = any (keys)
    ) e
$$;

-- {"bales"} recorded under these barcodes.
create function find_bales(barcodes text[]) returns jsonb language sql stable as $$
    select jsonb_build_object('bales', coalesce(jsonb_agg(find_bale(b.barcode)), '[]')) from bales b where b.barcode = any (barcodes)
$$;

drop function find_line_event(text, int, bigint);
drop function find_line_event_by_key(text, int, text);
