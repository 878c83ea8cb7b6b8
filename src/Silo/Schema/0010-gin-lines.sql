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
create function begin_ginning(move jsonb, at timestamptz) returns void language plpgsql as $$
begin
    perform from trace_cards c
    join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
    where c.card = move ->> 'card' and c.state <> 'voided' and t.quota_kg = (move ->> 'quotaKg')::numeric
    for share of c, t;
    if found then
        perform from trace_units u where u.id = move ->> 'unit' and u.state = 'approved' for share;
    end if;
    if not found then
        raise exception 'the card changed' using errcode = 'check_violation', constraint = 'gin_line_card_changed';
    end if;
    insert into trace_unit_processing values (move ->> 'unit', at) on conflict do nothing;
end
$$;

create function move_card(line_gin text, line_number int, move jsonb, at timestamptz) returns void language plpgsql as $$
declare
    progress_state text := case move ->> 'move' when 'withdrawn' then null else move ->> 'move' end;
    held_by        int  := case when move ->> 'move' in ('queued', 'inWork') then line_number end;
begin
    if progress_state is null then
        delete from card_progress p where p.card = move ->> 'card' and p.gin = line_gin and p.line = line_number;
        return;
    end if;

    update card_progress p set line = held_by, state = progress_state, quota_kg = (move ->> 'quotaKg')::numeric,
        processed_kg = (move ->> 'processedKg')::numeric, bales = (move ->> 'bales')::int,
        delay = (move ->> 'delay')::int, overshoot_kg = (move ->> 'overshootKg')::numeric, changed_at = at
    where p.card = move ->> 'card' and p.gin = line_gin and (p.line = line_number or (p.line is null and p.state = 'finishedManual'));
    if found then
        return;
    end if;

    perform from trace_cards c where c.card = move ->> 'card' and c.state <> 'voided' for share;
    if not found then
        raise exception 'the card changed' using errcode = 'check_violation', constraint = 'gin_line_card_changed';
    end if;
    insert into card_progress values (
        move ->> 'card', line_gin, held_by, progress_state, move ->> 'unit', (move ->> 'quotaKg')::numeric,
        (move ->> 'processedKg')::numeric, (move ->> 'bales')::int, (move ->> 'delay')::int, null, at)
    on conflict do nothing;
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
    move        jsonb;
    event       jsonb;
    last_hash   bytea;
    next_hash   bytea;
begin
    if tg_op = 'INSERT' or old.state ->> 'model' <> s ->> 'model' then
        insert into gin_lines values (line_gin, line_number, s ->> 'model')
        on conflict (gin, line) do update set model = excluded.model;
    end if;

    for move in select jsonb_array_elements(s -> 'movements') loop
        perform move_card(line_gin, line_number, move, new.changed_at);
        if (move ->> 'bales')::int = 1 and move ->> 'move' in ('inWork', 'finishedAuto') then
            perform begin_ginning(move, new.changed_at);
        end if;
    end loop;

    insert into bales
    select b ->> 'barcode', line_gin, line_number, (b ->> 'season')::int, b ->> 'card', b ->> 'delayOf', b ->> 'unit',
        (b ->> 'grossKg')::numeric, (b ->> 'tareKg')::numeric, (b ->> 'netKg')::numeric, (b ->> 'regainPct')::numeric,
        (b ->> 'impurityPct')::numeric, (b ->> 'processedKg')::numeric,
        array(select jsonb_array_elements_text(b -> 'warnings')), (b ->> 'pressedAt')::timestamptz
    from jsonb_array_elements(s -> 'pressed') b;

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
