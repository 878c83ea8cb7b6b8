-- Figures from nothing, and what a season's policy does to them.

-- A season's figures anew, by its rule as it stands. The caller holds the lock.
create function count_season(the_season int) returns void language sql as $$
    delete from card_figures f where f.season = the_season;
    delete from line_figures f where f.season = the_season;

    insert into card_figures
    select c.card, 'delivery', 0, c.season, c.unit, c.grower, c.gin, 1, coalesce(t.net_kg, 0), 0, 0, 0, 0, 0
    from trace_cards c
    join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
    where c.season = the_season and c.state <> 'voided';

    insert into card_figures
    select b.card, 'press', b.line, the_season, b.unit, c.grower, b.gin, 0, 0, b.traced, b.inspected, b.premium, b.conditioned_kg,
        b.premium_kg
    from (
        select b.card, b.line, b.unit, b.gin, count(*) as traced, sum(q.inspected) as inspected, sum(q.premium) as premium,
            sum(q.conditioned_kg) as conditioned_kg, sum(q.premium_kg) as premium_kg
        from bales b
        join season_rules r on r.season = b.season
        left join inspections i on i.barcode = b.barcode
        cross join lateral judge_bale(b.net_kg, b.impurity_pct, b.regain_pct, i, r) q
        where b.season = the_season and b.card is not null
        group by b.card, b.line, b.unit, b.gin
    ) b
    join trace_cards c on c.card = b.card;

    insert into line_figures
    select the_season, f.unit, f.gin, f.line, 0, sum(f.cards), sum(f.net_kg), sum(f.traced), 0, 0, sum(f.inspected), sum(f.premium),
        sum(f.conditioned_kg), sum(f.premium_kg)
    from card_figures f where f.season = the_season
    group by f.unit, f.gin, f.line;

    insert into line_figures
    select the_season, '', b.gin, b.line, 0, 0, 0, 0, count(b.delay_of), count(*) - count(b.delay_of), 0, 0, 0, 0
    from bales b where b.season = the_season and b.card is null
    group by b.gin, b.line
$$;

-- Repair, and the end of a bulk load that went around the triggers. A closed season stands as it was closed.
create function recount_figures(the_season int) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('figures'));
    perform begin_counting(array[the_season]);
    if (select r.closed from season_rules r where r.season = the_season) then
        raise exception 'season % is closed', the_season;
    end if;
    perform count_season(the_season);
end
$$;

-- What was closed stays as it was counted then: from here on every trigger leaves the season alone, and its tickets, cards and units can no
-- longer be changed. Only the states of a gin's cards go on, where a line still works; they are noted.
create function freeze_season(the_season int) returns void language sql as $$
    insert into closed_gin_uses
    select the_season, t.gin, t.tickets, t.net_kg, coalesce(c.cards, '{}')
    from (
        select t.gin, count(*) as tickets, coalesce(sum(t.net_kg), 0) as net_kg
        from weigh_tickets t where t.season = the_season group by t.gin
    ) t
    left join (
        select s.gin, jsonb_object_agg(s.state, s.cards) as cards
        from (
            select c.gin, case when c.state = 'voided' then c.state else coalesce(p.state, c.state) end as state, count(*) as cards
            from trace_cards c left join card_progress p on p.card = c.card
            where c.season = the_season
            group by 1, 2
        ) s
        group by s.gin
    ) c on c.gin = t.gin
    on conflict do nothing;

    update season_rules r set frozen_at = clock_timestamp(), frozen_import = coalesce((select max(i.id) from inspection_imports i), 0)
    where r.season = the_season
$$;

-- The rule of an open season becomes what its policy says now. When it judges bales otherwise than before, they are judged anew in this
-- transaction; a policy that changes something else costs no recount.
create function apply_season_rule(the_season int) returns void language plpgsql as $$
declare
    known season_rules;
    fresh season_rules;
begin
    perform pg_advisory_xact_lock(hashtext('figures'));
    select * into known from season_rules r where r.season = the_season;
    select * into fresh from season_rule(the_season);
    if known.closed or fresh.season is null then
        return;
    end if;

    delete from season_rules r where r.season = the_season;
    insert into season_rules select fresh.*;
    known.closed := fresh.closed;
    if known.season is not null and known is distinct from fresh then
        perform count_season(the_season);
    end if;
    if fresh.closed then
        perform freeze_season(the_season);
    end if;
end
$$;

create function count_by_policy() returns trigger language plpgsql as $$
begin
    perform apply_season_rule(new.season);
    return null;
end
$$;

create trigger counted after insert or update on seasons for each row execute function count_by_policy();

-- Each node puts its defaults when it starts. The first one counts what was there before figures were kept, closed seasons too; later ones
-- change something only where a new release has other defaults.
create function put_season_defaults(defaults jsonb) returns void language plpgsql as $$
declare
    first_time boolean;
    season     int;
begin
    if exists (select from season_defaults d where d.policy = defaults) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('figures'));
    first_time := not exists (select from season_defaults);
    insert into season_defaults (policy) values (defaults) on conflict (only_row) do update set policy = excluded.policy;

    for season in select b.season from bales b union select c.season from trace_cards c union select s.season from seasons s loop
        perform apply_season_rule(season);
        if first_time then
            perform count_season(season);
        end if;
    end loop;
end
$$;
