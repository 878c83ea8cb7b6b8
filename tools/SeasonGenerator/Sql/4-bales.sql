-- Every bale, in the order of time as the lines pressed them, so that the pages lie as they would.

insert into bales (barcode, gin, line, season, card, delay_of, unit, gross_kg, tare_kg, net_kg, regain_pct, processed_kg, warnings,
    pressed_at)
select '32' || gin || to_char(pressed_at at time zone interval '8 hours', 'YYMMDD') || lpad(line::text, 2, '0')
        || lpad(place::text, 11, '0') || line % 10 || lpad((place % 100000)::text, 5, '0'),
    gin, line, season_bulk.season(), case when part = 'traced' then card end, case when part = 'delayed' then card end,
    case when part = 'traced' then unit_id end, gross_kg, 1.4, gross_kg - 1.4, regain_pct,
    -- As a line counts before the inspection: impurity is taken as standard, so its factor is one.
    round((gross_kg - 1.4) * 108.5 / (100 + regain_pct), 3),
    array_remove(array[case when gross_kg < 217 or gross_kg > 237 then 'grossOutOfRange' end,
        case when regain_pct > 10 then 'regainTooHigh' end], null),
    pressed_at
from (
    select c.gin, c.line, c.card, u.id as unit_id, c.bales_before + j as place,
        case when j <= c.untraced then 'untraced' when j <= c.untraced + c.delay then 'delayed' else 'traced' end as part,
        -- Four uniform draws make a bell of 3 kg around 227 kg; the rest of the bits makes the regain and the moment.
        round(227 + ((r & 1023) + ((r >> 10) & 1023) + ((r >> 20) & 1023) + ((r >> 30) & 1023) - 2046) * 3.3 / 591, 1) as gross_kg,
        round(case when (r >> 40) & 1023 < 3 then 10.4 else 4 + ((r >> 40) & 1023) * 4.5 / 1024 end, 1) as regain_pct,
        date_trunc('milliseconds', season_bulk.starts()
            + c.pace * (c.bales_before + j - 0.9 + ((r >> 50) & 1023) / 1200.0)::double precision) as pressed_at
    from season_bulk.cards c
    join season_bulk.units u on u.n = c.unit
    cross join lateral generate_series(1, c.untraced + c.delay + c.bales) j
    cross join lateral (select hashint8extended(c.n * 64 + j, 41 + season_bulk.seed()) as r) random
    where c.bales > 0
) b
order by pressed_at;

create unlogged table season_bulk.ginned as
select card, sum(processed_kg) as processed_kg, min(pressed_at) as first_at, max(pressed_at) as last_at,
    (array_agg(processed_kg order by pressed_at desc))[1] as last_kg
from bales where card is not null group by card;
analyze season_bulk.ginned;
