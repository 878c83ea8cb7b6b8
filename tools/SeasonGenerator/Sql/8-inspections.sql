-- Batches of 186 bales of one line, published about a week after pressing; the season's last days are not inspected yet.

create unlogged table season_bulk.inspected as
select b.barcode, b.gin, b.line, least(b.pressed_at::date + 7, season_bulk.ends()::date) as inspected_on,
    b.gin || lpad(b.line::text, 2, '0') || lpad((substr(b.barcode, 16, 11)::int / 186)::text, 4, '0') as batch,
    hashtextextended(b.barcode, season_bulk.seed()) as r, hashtextextended(coalesce(b.unit, b.gin), season_bulk.seed()) & 1023 as ground
from bales b where b.pressed_at < season_bulk.ends() - (season_bulk.ends() - season_bulk.starts()) * 0.01;

create unlogged table season_bulk.imports as
select day, row_number() over (order by day) as n, count(*)::int as rows from (
    select inspected_on as day from season_bulk.inspected) d group by day;

insert into inspection_imports (id, sha256, file_name, actor, rows, created, changed, unchanged, unknown_barcodes, bad_rows, imported_at)
select nextval('inspection_import_ids'), sha256(convert_to('inspections of ' || day, 'UTF8')), 'inspections-' || day || '.csv',
    'inspector', rows, rows, 0, 0, 0, 0, day
from season_bulk.imports order by day;

-- Units differ by their ground and their care; of all bales some six in ten are premium.
insert into inspections (barcode, batch, inspected_on, colour_grade, length_mm, micronaire, strength, uniformity, ginning_quality,
    foreign_fibre, rd, plus_b, impurity_pct, short_fibre_pct, import)
select i.barcode, i.batch, i.inspected_on,
    case when r & 127 < 12 then '11' when r & 127 < 70 then '21' when r & 127 < 112 then '31' when r & 127 < 122 then '41' else '12' end,
    round((28.6 + 1.2 * ground / 1023 + (((r >> 7) & 255) + ((r >> 15) & 255) - 255) / 180.0)::numeric, 1),
    round((4.15 + 0.3 * ground / 1023 + (((r >> 23) & 255) + ((r >> 31) & 255) - 255) / 400.0)::numeric, 1),
    round((28.8 + 1.5 * ground / 1023 + (((r >> 39) & 255) + ((r >> 47) & 255) - 255) / 160.0)::numeric, 1),
    round((82.4 + (((r >> 3) & 255) + ((r >> 27) & 255) - 255) / 110.0)::numeric, 1),
    case when r & 63 < 4 then 'P3' when r & 63 < 24 then 'P1' else 'P2' end,
    case when (r >> 33) & 255 < 5 then 'low' else 'none' end,
    round((79 + ((r >> 20) & 63) / 20.0)::numeric, 1), round((8 + ((r >> 12) & 63) / 30.0)::numeric, 1),
    round((1.6 + ((hashtextextended(i.batch, 3) & 15) / 10.0))::numeric, 1), round((11 + ((r >> 40) & 63) / 12.0)::numeric, 1),
    m.id
from season_bulk.inspected i
join inspection_imports m on m.file_name = 'inspections-' || i.inspected_on || '.csv'
order by i.inspected_on, i.batch, i.barcode;
drop table season_bulk.inspected;
