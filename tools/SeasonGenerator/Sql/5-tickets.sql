-- A card that its last bale finished has a quota that this bale crossed; one ended by hand has some left. The load follows from it.
create unlogged table season_bulk.loads as
with quotas as (
    select c.*, p.id as grower, p.masked_name, p.region, u.id as unit_id, u.name as unit_name, g.processed_kg, g.first_at, g.last_at,
        case state
            when 'finishedAuto' then g.processed_kg - round((g.last_kg * season_bulk.draw(c.n, 51)::numeric), 3)
            when 'finishedManual' then g.processed_kg + season_bulk.pick(c.n, 51, 40, 400)
            when 'inWork' then g.processed_kg + season_bulk.pick(c.n, 51, 150, 900)
            else season_bulk.pick(c.n, 51, 900, 2000)
        end as quota_kg,
        38 + round(4 * season_bulk.draw(c.n, 52)::numeric, 1) as lint_pct
    from season_bulk.cards c
    join season_bulk.people p on p.n = c.person
    join season_bulk.units u on u.n = c.unit
    left join season_bulk.ginned g on g.card = c.card
)
select q.*, round(q.quota_kg * 100 / q.lint_pct / 20) * 20 as net_kg, season_bulk.pick(q.n, 53, 300, 420) * 20 as tare_kg,
    season_bulk.pick(q.n, 54, 2, 5) as film_count, o.variety,
    case when season_bulk.draw(q.n, 55) < 0.2 then o.codes[1:2]
        else array[o.codes[season_bulk.pick(q.n, 56, 1, cardinality(o.codes))]] end as plots
from quotas q
join (select person, array_agg(code order by code) as codes, min(variety) as variety from season_bulk.plots group by person) o
    on o.person = q.person;
create index on season_bulk.loads (card);
analyze season_bulk.loads;

insert into weigh_tickets (gin, ticket, season, grower, grower_masked_name, region, plots, variety, gross_kg, net_kg,
    conditioned_lint_pct, quota_kg, film_count, late, waived, gross_at, revision)
select gin, ticket, season_bulk.season(), grower, masked_name, region, plots, variety, net_kg + tare_kg, net_kg, lint_pct, quota_kg,
    film_count, false, false, gross_at, 1
from season_bulk.loads order by gross_at;
