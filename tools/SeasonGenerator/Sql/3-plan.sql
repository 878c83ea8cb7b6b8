-- One row for each ticket and its card: where it is ginned, as which of its line, and how many bales come of it.

create unlogged table season_bulk.drawn as
select p.n::bigint * 1000 + j as n, p.n as person, p.unit,
    case when season_bulk.draw(p.n * 1000 + j, 21) < 0.05 then u.second_gin else u.gin end as gin,
    season_bulk.pick(p.n * 1000 + j, 22, 1, 4) as line,
    season_bulk.draw(p.n * 1000 + j, 23) < 0.003 as voided
from season_bulk.people p
join season_bulk.units u on u.n = p.unit
join (select person, sum(area_mu) as area_mu from season_bulk.plots group by person) a on a.person = p.n
cross join lateral generate_series(1, least(900, greatest(1, round(a.area_mu / 6.45)::int))) j;

create unlogged table season_bulk.planned as
with placed as (
    select d.*, row_number() over line_order as place, count(*) over (partition by gin, line, voided) as cards
    from season_bulk.drawn d
    window line_order as (partition by gin, line, voided order by season_bulk.draw(n, 24), n)
), judged as (
    -- The line's last cards still wait: the first of them is in work, then come the queued ones, then those not scanned yet.
    select p.*, cards - place as behind, 2 + cards / 80 as waiting from placed p
), states as (
    select j.*, 4 + floor(5.55 * season_bulk.draw(n, 25))::int as most_bales,
        case when voided then 'voided'
            when behind >= waiting then case when season_bulk.draw(n, 26) < 0.005 then 'finishedManual' else 'finishedAuto' end
            when behind = waiting - 1 then 'inWork'
            when waiting - 1 - behind <= least(8, (waiting - 1) / 2) then 'queued'
            else 'printed' end as state
    from judged j
), counted as (
    -- Six runs in a hundred begin behind cotton that nobody traced, of which some bales are told as delay.
    select s.*, s.state in ('finishedAuto', 'finishedManual', 'inWork') and (season_bulk.draw(n, 27) < 0.06 or place = 1) as fresh_run,
        case state when 'finishedAuto' then most_bales when 'finishedManual' then most_bales
            when 'inWork' then season_bulk.pick(n, 28, 1, most_bales - 1) else 0 end as bales
    from states s
), led as (
    select c.*, case when fresh_run then season_bulk.pick(n, 29, 2, 4) else 0 end as untraced,
        case when fresh_run then season_bulk.pick(n, 30, 1, 4) else 0 end as delay
    from counted c
)
select n, person, unit, gin, line, voided, place, state, bales, untraced, delay,
    sum(untraced + delay + bales) over (partition by gin, line, voided order by place) - (untraced + delay + bales) as bales_before,
    sum(untraced + delay + bales) over (partition by gin, line) as bales_of_line
from led;

-- Bales leave a line evenly over the season; a load was weighed some hours or days before its first bale.
create unlogged table season_bulk.cards as
with timed as (
    select p.*, (season_bulk.ends() - season_bulk.starts()) / (p.bales_of_line + 1)::double precision as pace from season_bulk.planned p
), weighed as (
    select t.*, (case when bales > 0 then season_bulk.starts() + t.pace * t.bales_before else season_bulk.ends() end)
            - season_bulk.longest_wait() * (0.1 + 0.9 * season_bulk.draw(n, 31)) as gross_at
    from timed t
), numbered as (
    select w.*, row_number() over (partition by gin order by date_trunc('second', gross_at), n) as serial from weighed w
)
select n.n, n.person, n.unit, n.gin, n.line, n.state, n.bales, n.untraced, n.delay, n.bales_before, n.pace,
    date_trunc('second', n.gross_at) as gross_at,
    date_trunc('second', n.gross_at) + season_bulk.longest_wait() * (0.005 + 0.03 * season_bulk.draw(n.n, 32)) as printed_at,
    'GS' || to_char(n.gross_at at time zone interval '8 hours', 'YYYYMMDD') || '-' || lpad(n.serial::text, 6, '0') as ticket,
    season_bulk.with_check_digit(n.gin || lpad((season_bulk.season() % 100)::text, 2, '0') || lpad(n.serial::text, 8, '0')
        || season_bulk.pick(n.unit, 33, 1, 2) || lpad(season_bulk.pick(n.n, 34, 0, 999)::text, 3, '0')) as card,
    (array['round', 'square'])[season_bulk.pick(n.unit, 33, 1, 2)] as module_type,
    n.serial::int as serial, coalesce(l.model <> 'VI', false) and n.state <> 'voided' as exported
from numbered n join season_bulk.lines l using (gin, line);

create unique index on season_bulk.cards (card);
drop table season_bulk.drawn, season_bulk.planned;
analyze season_bulk.cards;
