-- Weigh tickets by what may be searched and summed. Once a card is printed, grower and plots stand; once its cotton is being
-- ginned, the quota stands (WT4). The card's and the line's triggers lock the ticket's row for share before they rely on it.
create table weigh_tickets (
    gin                  text        not null,
    ticket               text        not null,
    season               int         not null,
    grower               text        not null,
    grower_masked_name   text        not null,
    region               text        not null,
    plots                text[]      not null,
    variety              text,
    gross_kg             numeric     not null,
    net_kg               numeric,
    conditioned_lint_pct numeric,
    quota_kg             numeric,
    film_count           int,
    late                 boolean     not null,
    waived               boolean     not null,
    gross_at             timestamptz not null,
    revision             int         not null,
    primary key (gin, ticket)
);

create index weigh_tickets_grower on weigh_tickets (grower, season, gin);
create index weigh_tickets_list on weigh_tickets (gin, gross_at desc, ticket);

-- Trace cards by number. A ticket's card that was voided keeps its row when the ticket is printed anew under another number.
create table trace_cards (
    card        text        primary key,
    gin         text        not null,
    ticket      text        not null,
    season      int         not null,
    unit        text        not null,
    unit_name   text        not null,
    grower      text        not null,
    grower_masked_name text not null,
    state       text        not null,
    module_type text        not null,
    film_count  int         not null,
    copies      int         not null,
    print_id    text        not null,
    exported_to int,
    printed_at  timestamptz not null,
    revision    int         not null
);

create unique index trace_cards_one_per_ticket on trace_cards (gin, ticket) where state <> 'voided';
create index trace_cards_unit on trace_cards (unit);
create index trace_cards_grower on trace_cards (grower, season);
create index trace_cards_list on trace_cards (gin, printed_at desc, card);

-- What the gin lines did with each card they took. Its line is null once the card is finished; that row is also what keeps a card
-- on one line at a time (CD5).
create table card_progress (
    card         text        primary key references trace_cards,
    gin          text        not null,
    line         int,
    state        text        not null,
    unit         text        not null,
    quota_kg     numeric     not null,
    processed_kg numeric     not null,
    bales        int         not null,
    delay        int         not null,
    overshoot_kg numeric,
    changed_at   timestamptz not null
) with (fillfactor = 70);

create index card_progress_unit on card_progress (unit);

create function derive_weigh_ticket() returns trigger language plpgsql as $$
declare
    s        jsonb := new.state;
    known    weigh_tickets;
    plots    text[] := array(select jsonb_array_elements_text(s -> 'plots'));
    quota_kg numeric := (s ->> 'quotaKg')::numeric;
begin
    select * into known from weigh_tickets t where t.gin = s ->> 'gin' and t.ticket = s ->> 'ticket' for update;
    if found then
        if (known.grower <> s ->> 'grower' or known.plots <> plots)
            and exists (select from trace_cards c where c.gin = known.gin and c.ticket = known.ticket and c.state <> 'voided') then
            raise exception 'a card was printed' using errcode = 'check_violation', constraint = 'weigh_ticket_printed';
        end if;
        if known.quota_kg is distinct from quota_kg and exists (
            select from trace_cards c join card_progress p using (card)
            where c.gin = known.gin and c.ticket = known.ticket and p.bales > 0) then
            raise exception 'ginning has begun' using errcode = 'check_violation', constraint = 'weigh_ticket_ginning_begun';
        end if;
        delete from weigh_tickets t where t.gin = known.gin and t.ticket = known.ticket;
    end if;

    insert into weigh_tickets values (
        s ->> 'gin', s ->> 'ticket', (s ->> 'season')::int, s ->> 'grower', s ->> 'growerMaskedName', s ->> 'region', plots,
        s ->> 'variety', (s ->> 'grossKg')::numeric, (s ->> 'netKg')::numeric, (s ->> 'conditionedLintPct')::numeric, quota_kg,
        (s ->> 'filmCount')::int, (s ->> 'late')::boolean, s ? 'waiver', (s ->> 'grossAt')::timestamptz,
        (s ->> 'revision')::int);
    return null;
end
$$;

select add_grain_kind('weigh-ticket', after_write => 'derive_weigh_ticket');

-- {"card", "started"} of the ticket's card that was not voided.
create function find_ticket_use(gin text, ticket text) returns jsonb language sql stable as $$
    select jsonb_build_object('card', c.card, 'started', coalesce(p.bales > 0, false))
    from trace_cards c left join card_progress p using (card)
    where c.gin = find_ticket_use.gin and c.ticket = find_ticket_use.ticket and c.state <> 'voided'
$$;

-- {"units"} that hold any of the plots.
create function find_units_of_plots(season int, plots text[]) returns jsonb language sql stable as $$
    select jsonb_build_object('units', coalesce(jsonb_agg(distinct p.unit), '[]'))
    from trace_unit_plots p where p.season = find_units_of_plots.season and p.plot = any (plots)
$$;
