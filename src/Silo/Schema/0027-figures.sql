-- What reports add up, counted when it happens instead of when it is asked. `card_figures` has a card's deliveries and bales, by the
-- line that pressed them; `line_figures` adds them up by unit and line. Both are written in the transaction of what they count, by
-- triggers on the raw rows. recount_figures(season) makes both anew from the raw rows.

-- No query reads bales by this any more, and every bale paid for it.
drop index bales_gin_season;

-- Defaults of a season's policy, as this node's SeasonPolicy has them: put at its start, so that they stand in one place.
create table season_defaults (
    only_row boolean primary key default true check (only_row),
    policy   jsonb   not null
);

-- By what a season's bales are judged: its policy, or the defaults, as they were when its bales were counted. A closed season counts
-- nothing more: neither bales nor results that come later.
create table season_rules (
    season                 int         primary key,
    closed                 boolean     not null,
    standard_impurity_pct  numeric     not null,
    conditioned_regain_pct numeric     not null,
    minimum_length_mm      numeric     not null,
    minimum_strength       numeric     not null,
    micronaire_levels      text[]      not null,
    minimum_uniformity     numeric,
    foreign_fibre_allowed  boolean,
    frozen_at              timestamptz,
    frozen_import          bigint -- the last import that counts
);

-- Bales of a season that was closed when they came: kept, and counted nowhere.
create table late_bales (
    barcode text primary key
);

-- What a gin had made of its tickets and cards when the season was closed.
create table closed_gin_uses (
    season  int     not null,
    gin     text    not null,
    tickets bigint  not null,
    net_kg  numeric not null,
    cards   jsonb   not null,
    primary key (season, gin)
);

-- Each kind of writer has rows of its own (`source`): a card's print and ticket, its line's bales, and an import of a million inspection
-- results, which holds its rows until it commits and must not make a line wait. The figures of a card are the sum of its rows.
create table card_figures (
    card           text    not null,
    source         text    not null check (source in ('delivery', 'press', 'inspection')),
    line           int     not null, -- 0 for a delivery
    season         int     not null,
    unit           text    not null,
    grower         text    not null,
    gin            text    not null,
    cards          int     not null,
    net_kg         numeric not null,
    traced         int     not null,
    inspected      int     not null,
    premium        int     not null,
    conditioned_kg numeric not null,
    premium_kg     numeric not null,
    primary key (card, source, line)
) with (fillfactor = 70);

create index card_figures_unit on card_figures (unit);

-- Sums of card_figures; with unit '' the bales of no card. Whoever writes takes a slot that nobody else holds, so that lines, imports and
-- prints that count for the same unit never wait for each other. The figures are the sum over the slots.
create table line_figures (
    season         int     not null,
    unit           text    not null,
    gin            text    not null,
    line           int     not null,
    slot           int     not null,
    cards          bigint  not null,
    net_kg         numeric not null,
    traced         bigint  not null,
    delayed        bigint  not null,
    untraced       bigint  not null,
    inspected      bigint  not null,
    premium        bigint  not null,
    conditioned_kg numeric not null,
    premium_kg     numeric not null,
    primary key (season, unit, gin, line, slot)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

create index line_figures_gin on line_figures (season, gin);
create index weigh_tickets_gin_season on weigh_tickets (gin, season) include (net_kg);

-- What an event adds to the figures, or with negative numbers takes from them.
create type figure_change as (
    card text, source text, line int, season int, unit text, grower text, gin text, cards int, net_kg numeric, traced int, delayed int,
    untraced int, inspected int, premium int, conditioned_kg numeric, premium_kg numeric);

-- The rule of a season as it should be now. A member that a policy does not have takes its default, as where C# reads it.
create function season_rule(the_season int) returns setof season_rules language sql stable as $$
    select the_season, coalesce(s.closed, false), (p.policy ->> 'standardImpurityPct')::numeric,
        (p.policy ->> 'conditionedRegainPct')::numeric, (p.premium ->> 'minimumLengthMm')::numeric,
        (p.premium ->> 'minimumStrength')::numeric, array(select jsonb_array_elements_text(p.premium -> 'micronaireLevels')),
        (p.premium ->> 'minimumUniformity')::numeric, (p.premium ->> 'foreignFibreAllowed')::boolean, null::timestamptz, null::bigint
    from season_defaults d
    left join seasons s on s.season = the_season
    cross join lateral (
        select d.policy || coalesce(s.policy, '{}') as policy, (d.policy -> 'premium') || coalesce(s.policy -> 'premium', '{}') as premium
    ) p
$$;

-- Everyone who counts holds this lock shared, so whoever holds it alone (a recount, a closing, the end of an import) sees all that was
-- counted, and nothing is counted by an old rule after it. It also has a rule for each season that is counted.
create function begin_counting(seasons int[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('figures'));
    if exists (select from unnest(seasons) as asked (season) where not exists (
        select from season_rules r where r.season = asked.season)) then
        if not exists (select from season_defaults) then
            raise exception 'no node has put the defaults of seasons yet';
        end if;
        insert into season_rules
        select r.* from (select distinct season from unnest(seasons) as s (season)) asked, season_rule(asked.season) r
        on conflict do nothing;
    end if;
end
$$;

-- A slot of line_figures that this transaction has for itself until its end.
create function take_figures_slot() returns int language plpgsql as $$
declare
    slot int := 0;
begin
    while not pg_try_advisory_xact_lock(hashtext('figures_slot'), slot) loop
        slot := slot + 1;
    end loop;
    return slot;
end
$$;

create function add_figures(changes figure_change[]) returns void language plpgsql as $$
declare
    own_slot int;
begin
    if changes is null then
        return;
    end if;
    own_slot := take_figures_slot();

    insert into card_figures as f
    select c.card, c.source, c.line, c.season, c.unit, c.grower, c.gin, c.cards, c.net_kg, c.traced, c.inspected, c.premium,
        c.conditioned_kg, c.premium_kg
    from unnest(changes) c
    where c.card is not null
    on conflict (card, source, line) do update set cards = f.cards + excluded.cards, net_kg = f.net_kg + excluded.net_kg,
        traced = f.traced + excluded.traced, inspected = f.inspected + excluded.inspected, premium = f.premium + excluded.premium,
        conditioned_kg = f.conditioned_kg + excluded.conditioned_kg, premium_kg = f.premium_kg + excluded.premium_kg;

    insert into line_figures as f
    select c.season, coalesce(c.unit, ''), c.gin, c.line, own_slot, sum(c.cards), sum(c.net_kg), sum(c.traced), sum(c.delayed),
        sum(c.untraced), sum(c.inspected), sum(c.premium), sum(c.conditioned_kg), sum(c.premium_kg)
    from unnest(changes) c
    group by 1, 2, 3, 4
    on conflict (season, unit, gin, line, slot) do update set cards = f.cards + excluded.cards, net_kg = f.net_kg + excluded.net_kg,
        traced = f.traced + excluded.traced, delayed = f.delayed + excluded.delayed, untraced = f.untraced + excluded.untraced,
        inspected = f.inspected + excluded.inspected, premium = f.premium + excluded.premium,
        conditioned_kg = f.conditioned_kg + excluded.conditioned_kg, premium_kg = f.premium_kg + excluded.premium_kg;
end
$$;

-- A bale by its season's rule, with its inspection or, where `i` is null, without.
create function judge_bale(net_kg numeric, pressed_impurity_pct numeric, regain_pct numeric, i inspections, r season_rules)
    returns table (inspected int, premium int, conditioned_kg numeric, premium_kg numeric) language sql immutable as $$
    select (i.barcode is not null)::int, coalesce(q.premium, false)::int, q.kg, case when q.premium then q.kg else 0 end
    from (
        select conditioned_kg(net_kg, coalesce(i.impurity_pct, pressed_impurity_pct, r.standard_impurity_pct), regain_pct,
                r.standard_impurity_pct, r.conditioned_regain_pct) as kg,
            is_premium(i, r.minimum_length_mm, r.minimum_strength, r.micronaire_levels, r.minimum_uniformity, r.foreign_fibre_allowed)
                as premium
    ) q
$$;
