-- What a full season's lists need to stay quick: bench/README.md has the figures before and after.

-- A ticket's card by the ticket's number, voided ones too.
create index trace_cards_ticket on trace_cards (gin, ticket);

-- Lists of a unit and of a region, newest first. A large region's newest cards and tickets are soon found among everybody's newest; bales
-- are written too often for another index, and a region's are put together from those of its units.
create index bales_unit_list on bales (unit, pressed_at desc) where unit is not null;
create index trace_cards_unit_list on trace_cards (unit, printed_at desc);
create index trace_cards_newest on trace_cards (printed_at desc);
create index weigh_tickets_region on weigh_tickets (region text_pattern_ops, gross_at desc);
create index weigh_tickets_newest on weigh_tickets (gross_at desc);
drop index if exists bales_unit;
drop index trace_cards_unit;

-- The few that a long list of others would hide.
create index weigh_tickets_late on weigh_tickets (gin, gross_at desc, ticket) where late;
create index trace_cards_voided on trace_cards (gin, printed_at desc, card) where state = 'voided';
create index card_progress_unusual on card_progress (gin, state) where state <> 'finishedAuto';

-- Cards that no line took yet, printed or exported: a gin has a few hundred of them among thousands, and looks for them all day.
create table waiting_cards (
    gin  text not null,
    card text not null,
    primary key (gin, card)
);

insert into waiting_cards
select c.gin, c.card from trace_cards c
where c.state <> 'voided' and not exists (select from card_progress p where p.card = c.card);

create function keep_waiting_card() returns trigger language plpgsql as $$
begin
    if new.state = 'voided' then
        delete from waiting_cards w where w.gin = new.gin and w.card = new.card;
    elsif tg_op = 'INSERT' then
        insert into waiting_cards values (new.gin, new.card);
    end if;
    return null;
end
$$;

create trigger waiting after insert or update of state on trace_cards for each row execute function keep_waiting_card();

create function take_waiting_card() returns trigger language plpgsql as $$
begin
    delete from waiting_cards w where w.gin = new.gin and w.card = new.card;
    return null;
end
$$;

create trigger waiting_no_more after insert on card_progress for each row execute function take_waiting_card();

-- Withdrawn from its line before its first bale.
create function return_waiting_card() returns trigger language plpgsql as $$
begin
    insert into waiting_cards select c.gin, c.card from trace_cards c where c.card = old.card and c.state <> 'voided' on conflict do nothing;
    return null;
end
$$;

create trigger waiting_again after delete on card_progress for each row execute function return_waiting_card();
