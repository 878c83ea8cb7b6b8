-- Print history by what a ginner still knows of a lost or damaged label, chips of modules, and tickets that were entered by mistake.

create index trace_cards_ending on trace_cards (gin, reverse(card) text_pattern_ops);

-- An RFID chip is on one card of a gin's season: the primary key holds it, whoever prints at the same time.
create table card_chips (
    gin    text not null,
    chip   text not null,
    season int  not null,
    card   text not null references trace_cards,
    primary key (gin, chip, season)
);

create index card_chips_card on card_chips (card);

-- The first of these chips that another card of the gin's season carries: {"chip", "card"}.
create function find_taken_chip(gin text, season int, ticket text, chips text[]) returns jsonb language sql stable as $$
    select jsonb_build_object('chip', h.chip, 'card', h.card)
    from card_chips h
    join trace_cards c on c.card = h.card
    where h.gin = find_taken_chip.gin and h.season = find_taken_chip.season and h.chip = any (chips) and c.ticket <> find_taken_chip.ticket
    order by h.chip
    limit 1
$$;

create or replace function derive_trace_card() returns trigger language plpgsql as $$
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

    delete from card_chips h where h.card = number and (s ->> 'state' = 'voided' or not (s -> 'chips' ? h.chip));
    if s ->> 'state' <> 'voided' then
        -- In the order of the key, so that two that name the same chips wait for each other instead of locking up.
        insert into card_chips
        select s ->> 'gin', a.chip, (s ->> 'season')::int, number
        from jsonb_array_elements_text(coalesce(s -> 'chips', '[]')) as a (chip)
        where not exists (select from card_chips h where h.card = number and h.chip = a.chip)
        order by a.chip;
    end if;
    return null;
end
$$;

create or replace function derive_weigh_ticket() returns trigger language plpgsql as $$
declare
    s        jsonb := new.state;
    known    weigh_tickets;
    plots    text[] := array(select jsonb_array_elements_text(s -> 'plots'));
    quota_kg numeric := (s ->> 'quotaKg')::numeric;
begin
    select * into known from weigh_tickets t where t.gin = s ->> 'gin' and t.ticket = s ->> 'ticket' for update;
    if found then
        if exists (select from trace_cards c where c.gin = known.gin and c.ticket = known.ticket and c.state <> 'voided') then
            if s ? 'withdrawal' then
                raise exception 'a card stands' using errcode = 'check_violation', constraint = 'weigh_ticket_card_stands';
            end if;
            if known.grower <> s ->> 'grower' or known.plots <> plots or known.season <> (s ->> 'season')::int then
                raise exception 'a card was printed' using errcode = 'check_violation', constraint = 'weigh_ticket_printed';
            end if;
        end if;
        if known.quota_kg is distinct from quota_kg and exists (
            select from trace_cards c join card_progress p using (card)
            where c.gin = known.gin and c.ticket = known.ticket and p.bales > 0) then
            raise exception 'ginning has begun' using errcode = 'check_violation', constraint = 'weigh_ticket_ginning_begun';
        end if;
        delete from weigh_tickets t where t.gin = known.gin and t.ticket = known.ticket;
    end if;

    -- A withdrawn ticket stays in the record and its history; lists and sums do not know it any more.
    if s ? 'withdrawal' then
        return null;
    end if;

    insert into weigh_tickets values (
        s ->> 'gin', s ->> 'ticket', (s ->> 'season')::int, s ->> 'grower', s ->> 'growerMaskedName', s ->> 'region', plots,
        s ->> 'variety', (s ->> 'grossKg')::numeric, (s ->> 'netKg')::numeric, (s ->> 'conditionedLintPct')::numeric, quota_kg,
        (s ->> 'filmCount')::int, (s ->> 'late')::boolean, s ? 'waiver', (s ->> 'grossAt')::timestamptz,
        (s ->> 'revision')::int);
    return null;
end
$$;
