-- What the reports count. The season's policy is never read here: whoever asks passes it, so its defaults stand in one place.

-- The bales of one unit are one range of one index, and so are those of one gin's season.
create index bales_unit on bales (unit) where unit is not null;
create index bales_gin_season on bales (gin, season, line);
create index trace_cards_gin_season on trace_cards (gin, season);

-- Conditioned weight (公定重量) of one bale, rounded once, to 0.01 kg: every total is a plain sum of bales, so that card, unit, gin and
-- region agree to the last digit. Percentages have few digits, so no quotient comes near enough to a half for numeric's sixteen
-- significant digits to round it otherwise than decimal's twenty-eight.
create function conditioned_kg(net_kg numeric, impurity_pct numeric, regain_pct numeric, standard_impurity_pct numeric,
    conditioned_regain_pct numeric) returns numeric language sql immutable parallel safe as $$
    select round(net_kg * (100 - impurity_pct) * (100 + conditioned_regain_pct)
        / ((100 - standard_impurity_pct) * (100 + regain_pct)), 2)
$$;

create function micronaire_level(micronaire numeric) returns text language sql immutable parallel safe as $$
    select case when micronaire < 3.5 then 'C1' when micronaire < 3.7 then 'B1' when micronaire < 4.3 then 'A'
        when micronaire < 5.0 then 'B2' else 'C2' end
$$;

-- Null while the bale is not inspected. A null uniformity or foreign fibre in the rule is not asked for.
create function is_premium(i inspections, minimum_length_mm numeric, minimum_strength numeric, micronaire_levels text[],
    minimum_uniformity numeric, foreign_fibre_allowed boolean) returns boolean language sql immutable parallel safe as $$
    select i.length_mm >= minimum_length_mm and i.strength >= minimum_strength
        and micronaire_level(i.micronaire) = any (micronaire_levels)
        and (minimum_uniformity is null or i.uniformity >= minimum_uniformity)
        and (coalesce(foreign_fibre_allowed, true) or coalesce(i.foreign_fibre, 'none') = 'none')
$$;

-- Traced deliveries: the tickets whose printed, not voided card belongs to a unit. A ticket that is not weighed out yet counts as a
-- ticket and as no weight.
create view traced_deliveries as
select c.season, c.unit, c.gin, c.card, c.grower, c.grower_masked_name, coalesce(t.net_kg, 0) as net_kg
from trace_cards c
join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
where c.state <> 'voided';
