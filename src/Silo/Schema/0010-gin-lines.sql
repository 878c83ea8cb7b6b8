create table gin_lines (
    gin   text not null,
    line  int  not null,
    model text not null,
    primary key (gin, line)
);

create table bales (
    barcode      text        primary key,
    gin          text        not null,
    line         int         not null,
    season       int         not null,
    card         text,
    delay_of     text,
    unit         text,
    gross_kg     numeric     not null,
    tare_kg      numeric     not null,
    net_kg       numeric     not null,
    regain_pct   numeric     not null,
    impurity_pct numeric,
    processed_kg numeric     not null,
    warnings     text[]      not null,
    pressed_at   timestamptz not null
);

create index bales_card on bales (card) where card is not null;
create index bales_list on bales (gin, pressed_at desc, barcode);

-- The line's history: every message that it took, with its answer, chained by hash per line. The number is the line's revision.
create table line_events (
    gin           text   not null,
    line          int    not null,
    number        int    not null,
    sequence      bigint,
    key           text,
    event         jsonb  not null,
    previous_hash bytea,
    hash          bytea  not null,
    primary key (gin, line, number)
);

create index line_events_sequence on line_events (gin, line, sequence) where sequence is not null;
create unique index line_events_key on line_events (gin, line, key) where key is not null;

call make_append_only('line_events');

-- The card's first bale: its unit is approved still and processing from now on (GL9), and its quota is the ticket's. Both rows stay
-- locked until the bale is stored, so neither a revocation nor a new quota can come between.
create function begin_ginning(card text, unit text, quota_kg numeric, at timestamptz) returns void language plpgsql as $$
begin
    perform from trace_cards c
    join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
    where c.card = begin_ginning.card and c.state <> 'voided' and t.quota_kg = begin_ginning.quota_kg
    for share of c, t;
    if found then
        perform from trace_units u where u.id = begin_ginning.unit and u.state = 'approved' for share;
    end if;
    if not found then
        raise exception 'the card changed' using errcode = 'check_violation', constraint = 'gin_line_card_changed';
    end if;
    insert into trace_unit_processing values (begin_ginning.unit, at) on conflict do nothing;
end
$$;

-- A card that this line does not hold comes to it: printed anew to a line, or another line's.
create function take_card(progress card_progress) returns void language plpgsql as $$
begin
    perform from trace_cards c where c.card = progress.card and c.state <> 'voided' for share;
    if not found then
        raise exception 'the card changed' using errcode = 'check_violation', constraint = 'gin_line_card_changed';
    end if;
    insert into card_progress select progress.* on conflict do nothing;
    if not found then
        raise exception 'another line holds the card' using errcode = 'unique_violation', constraint = 'trace_card_on_one_line';
    end if;
end
$$;

create function derive_gin_line() returns trigger language plpgsql as $$
declare
    s           jsonb := new.state;
    line_gin    text  := s ->> 'gin';
    line_number int   := (s ->> 'number')::int;
    move        record;
    held_by     int;
    event       jsonb;
    last_hash   bytea;
    next_hash   bytea;
begin
    if tg_op = 'INSERT' or old.state ->> 'model' <> s ->> 'model' then
        insert into gin_lines values (line_gin, line_number, s ->> 'model')
        on conflict (gin, line) do update set model = excluded.model;
    end if;

    for move in
        select m.* from jsonb_to_recordset(s -> 'movements') as m (
            card text, move text, unit text, "quotaKg" numeric, "processedKg" numeric, bales int, delay int, "overshootKg" numeric)
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
                move.delay, null, new.changed_at)::card_progress);
        end if;
        if move.bales = 1 and move.move in ('inWork', 'finishedAuto') then
            perform begin_ginning(move.card, move.unit, move."quotaKg", new.changed_at);
        end if;
    end loop;

    insert into bales
    select b.barcode, line_gin, line_number, b.season, b.card, b."delayOf", b.unit, b."grossKg", b."tareKg", b."netKg", b."regainPct",
        b."impurityPct", b."processedKg", b.warnings, b."pressedAt"
    from jsonb_to_recordset(s -> 'pressed') as b (
        barcode text, season int, card text, "delayOf" text, unit text, "grossKg" numeric, "tareKg" numeric, "netKg" numeric,
        "regainPct" numeric, "impurityPct" numeric, "processedKg" numeric, warnings text[], "pressedAt" timestamptz);

    for event in select jsonb_array_elements(s -> 'events') loop
        if last_hash is null then
            select e.hash into last_hash from line_events e
            where e.gin = line_gin and e.line = line_number order by e.number desc limit 1;
        end if;
        next_hash := chain_hash(last_hash, line_gin, line_number::text, event::text);
        insert into line_events values (
            line_gin, line_number, (event ->> 'number')::int, (event ->> 'sequence')::bigint, event ->> 'key', event, last_hash, next_hash);
        last_hash := next_hash;
    end loop;
    return null;
end
$$;

select add_grain_kind('gin-line', with_history => false, after_write => 'derive_gin_line');

create function verify_line_events() returns table (kind text, key text, version int, problem text) language sql stable as $$
    select 'gin-line', 'line-' || l.gin || '-' || l.line, l.number,
        case when l.previous_hash is distinct from l.last_hash
            then 'the chain does not continue from the message before' else 'the message was changed' end
    from (
        select e.*, lag(e.hash) over (partition by e.gin, e.line order by e.number) as last_hash from line_events e
    ) l
    where l.previous_hash is distinct from l.last_hash
        or l.hash <> chain_hash(l.previous_hash, l.gin, l.line::text, l.event::text)
    order by 2, 3
$$;

insert into chain_checks values ('verify_line_events');

create function find_line_event(gin text, line int, sequence bigint) returns jsonb language sql stable as $$
    select e.event from line_events e
    where e.gin = find_line_event.gin and e.line = find_line_event.line and e.sequence = find_line_event.sequence
    order by e.number desc limit 1
$$;

create function find_line_event_by_key(gin text, line int, key text) returns jsonb language sql stable as $$
    select e.event from line_events e
    where e.gin = find_line_event_by_key.gin and e.line = find_line_event_by_key.line and e.key = find_line_event_by_key.key
$$;

create function find_bale(barcode text) returns jsonb language sql stable as $$
    select jsonb_build_object('barcode', b.barcode, 'gin', b.gin, 'line', b.line, 'season', b.season, 'card', b.card,
        'delayOf', b.delay_of, 'unit', b.unit, 'grossKg', b.gross_kg, 'tareKg', b.tare_kg, 'netKg', b.net_kg,
        'regainPct', b.regain_pct, 'impurityPct', b.impurity_pct, 'processedKg', b.processed_kg, 'pressedAt', b.pressed_at,
        'warnings', to_jsonb(b.warnings))
    from bales b where b.barcode = find_bale.barcode
$$;
