-- Who counts what into the figures: triggers on the raw rows, recounts, and the closing of a season.

create function count_pressed() returns trigger language plpgsql as $$
declare
    changes figure_change[];
begin
    if not exists (select from pressed) then
        return null;
    end if;
    perform begin_counting(array(select p.season from pressed p));

    -- Of its own after the lock: this statement sees what was committed until then.
    select array_agg(row(b.card, 'press', b.line, b.season, b.unit, c.grower, b.gin, 0, 0, b.traced, b.delayed, b.untraced, b.inspected,
        b.premium, b.conditioned_kg, b.premium_kg)::figure_change) into changes
    from (
        select p.season, p.unit, p.gin, p.line, p.card, count(p.card) as traced, count(p.delay_of) as delayed,
            count(*) filter (where p.card is null and p.delay_of is null) as untraced,
            coalesce(sum(q.inspected) filter (where p.card is not null), 0) as inspected,
            coalesce(sum(q.premium) filter (where p.card is not null), 0) as premium,
            coalesce(sum(q.conditioned_kg) filter (where p.card is not null), 0) as conditioned_kg,
            coalesce(sum(q.premium_kg) filter (where p.card is not null), 0) as premium_kg
        from pressed p
        join season_rules r on r.season = p.season and not r.closed
        left join inspections i on i.barcode = p.barcode
        cross join lateral judge_bale(p.net_kg, p.impurity_pct, p.regain_pct, i, r) q
        group by p.season, p.unit, p.gin, p.line, p.card
    ) b
    left join trace_cards c on c.card = b.card;
    perform add_figures(changes);

    insert into late_bales select p.barcode from pressed p join season_rules r on r.season = p.season and r.closed;
    return null;
end
$$;

create trigger counted after insert on bales referencing new table as pressed for each statement execute function count_pressed();

-- Brings the deliveries of these cards to what card and ticket say now.
create function count_deliveries(asked text[]) returns void language plpgsql as $$
begin
    perform begin_counting(array(select c.season from trace_cards c where c.card = any (asked)));
    perform add_figures(array_agg(row(c.card, 'delivery', 0, c.season, c.unit, c.grower, c.gin, d.cards - coalesce(f.cards, 0),
        d.net_kg - coalesce(f.net_kg, 0), 0, 0, 0, 0, 0, 0, 0)::figure_change))
    from trace_cards c
    join season_rules r on r.season = c.season and not r.closed
    join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
    cross join lateral (
        select (c.state <> 'voided')::int as cards, case when c.state <> 'voided' then coalesce(t.net_kg, 0) else 0 end as net_kg) d
    left join card_figures f on f.card = c.card and f.source = 'delivery'
    where c.card = any (asked) and (d.cards <> coalesce(f.cards, 0) or d.net_kg <> coalesce(f.net_kg, 0));
end
$$;

create function count_cards() returns trigger language plpgsql as $$
begin
    if exists (select from written) then
        perform count_deliveries(array(select w.card from written w));
    end if;
    return null;
end
$$;

create trigger counted_when_printed after insert on trace_cards referencing new table as written
    for each statement execute function count_cards();
create trigger counted_when_changed after update on trace_cards referencing new table as written
    for each statement execute function count_cards();

-- A ticket is written as a new row each time. The lock makes a void of its card come before or after.
create function count_tickets() returns trigger language plpgsql as $$
declare
    printed text[] := array(
        select c.card from trace_cards c join written w on w.gin = c.gin and w.ticket = c.ticket where c.state <> 'voided' for share of c);
begin
    if printed <> '{}' then
        perform count_deliveries(printed);
    end if;
    return null;
end
$$;

create trigger counted after insert on weigh_tickets referencing new table as written for each statement execute function count_tickets();

-- Results wait here, within their import's transaction, until their bale is seen: 1 came, -1 went.
create function await_inspections() returns trigger language plpgsql as $$
begin
    if not exists (select from changed) then
        return null;
    end if;
    perform begin_counting('{}');
    if to_regclass('pg_temp.uncounted_inspections') is null then
        create temp table uncounted_inspections (sign int, inspection inspections) on commit drop;
    end if;
    insert into uncounted_inspections select tg_argv[0]::int, row(c.*)::inspections from changed c;
    perform count_inspections();
    return null;
end
$$;

create trigger counted_when_gone after delete on inspections referencing old table as changed
    for each statement execute function await_inspections('-1');
create trigger counted_when_come after insert on inspections referencing new table as changed
    for each statement execute function await_inspections('1');
create trigger counted_when_replaced after update on inspections referencing old table as changed
    for each statement execute function await_inspections('-1');
create trigger counted_when_replacing after update on inspections referencing new table as changed
    for each statement execute function await_inspections('1');

create function count_inspections() returns void language plpgsql as $$
declare
    changes figure_change[];
begin
    with seen as (
        delete from uncounted_inspections u using bales b where b.barcode = (u.inspection).barcode
        returning u.sign, u.inspection, b.season, b.gin, b.line, b.card, b.unit, b.net_kg, b.impurity_pct, b.regain_pct
    ), counted as (
        select s.season, s.unit, s.gin, s.line, s.card, sum(s.sign * known.inspected) as inspected, sum(s.sign * known.premium) as premium,
            sum(s.sign * (known.conditioned_kg - pressed.conditioned_kg)) as conditioned_kg, sum(s.sign * known.premium_kg) as premium_kg
        from seen s
        join season_rules r on r.season = s.season and not r.closed
        cross join lateral judge_bale(s.net_kg, s.impurity_pct, s.regain_pct, s.inspection, r) known
        cross join lateral judge_bale(s.net_kg, s.impurity_pct, s.regain_pct, null, r) pressed
        where s.card is not null
        group by s.season, s.unit, s.gin, s.line, s.card
    )
    select array_agg(row(n.card, 'inspection', n.line, n.season, n.unit, c.grower, n.gin, 0, 0, 0, 0, 0, n.inspected, n.premium,
        n.conditioned_kg, n.premium_kg)::figure_change) into changes
    from counted n
    join trace_cards c on c.card = n.card;
    perform add_figures(changes);
end
$$;

-- A line that began before the import ended did not see its results, nor the import the line's bales. So at its very end the import waits
-- for the lines under way, and looks once more; lines that come now wait for its commit and see its results.
create function finish_counting() returns trigger language plpgsql as $$
begin
    if to_regclass('pg_temp.uncounted_inspections') is null then
        return null;
    end if;
    if exists (select from uncounted_inspections) then
        perform pg_advisory_xact_lock(hashtext('figures'));
        perform count_inspections();
    end if;
    return null;
end
$$;

create constraint trigger counted after insert on inspection_imports deferrable initially deferred
    for each row execute function finish_counting();
