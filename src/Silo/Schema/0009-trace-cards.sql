create table card_serials (
    gin    text not null,
    season int  not null,
    last   int  not null,
    primary key (gin, season)
);

-- {"serial", "random"}: a serial once drawn is never drawn again; one that no card took is a gap.
create function next_card_serial(gin text, season int) returns jsonb language sql volatile as $$
    insert into card_serials as s values (next_card_serial.gin, next_card_serial.season, 1)
    on conflict on constraint card_serials_pkey do update set last = s.last + 1
    returning jsonb_build_object('serial', s.last, 'random', floor(random() * 1000)::int)
$$;

create function derive_trace_card() returns trigger language plpgsql as $$
declare
    s       jsonb := new.state;
    number  text := s ->> 'number';
    printed boolean := not exists (select from trace_cards c where c.card = s ->> 'number');
begin
    if printed then
        perform from weigh_tickets t
        where t.gin = s ->> 'gin' and t.ticket = s ->> 'ticket' and t.revision = (s ->> 'ticketRevision')::int for share;
        if not found then
            raise exception 'the ticket changed' using errcode = 'check_violation', constraint = 'trace_card_ticket_changed';
        end if;
    end if;

    insert into trace_cards values (
        number, s ->> 'gin', s ->> 'ticket', (s ->> 'season')::int, s ->> 'unit', s ->> 'unitName', s ->> 'grower',
        s ->> 'growerMaskedName', s ->> 'state', s ->> 'moduleType', (s ->> 'filmCount')::int, (s ->> 'copies')::int,
        s ->> 'printId', (s ->> 'exportedTo')::int, (s ->> 'printedAt')::timestamptz, (s ->> 'revision')::int)
    on conflict (card) do update set state = excluded.state, exported_to = excluded.exported_to, revision = excluded.revision;

    -- The line's trigger locks the card's row before it takes the card: whichever comes second sees the first.
    if s ->> 'state' = 'voided' and exists (select from card_progress p where p.card = number) then
        raise exception 'a line holds the card' using errcode = 'check_violation', constraint = 'trace_card_in_use';
    end if;
    return null;
end
$$;

select add_grain_kind('trace-card', after_write => 'derive_trace_card');

create function find_trace_card_id(card text) returns jsonb language sql stable as $$
    select jsonb_build_object('gin', c.gin, 'ticket', c.ticket) from trace_cards c where c.card = find_trace_card_id.card
$$;

create function find_card_progress(card text) returns jsonb language sql stable as $$
    select jsonb_build_object('line', p.line, 'state', p.state, 'processedKg', p.processed_kg, 'bales', p.bales,
        'overshootKg', p.overshoot_kg)
    from card_progress p where p.card = find_card_progress.card
$$;
