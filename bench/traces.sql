-- A season of one enterprise, of a wanted number of batches, as the triggers of its records would have written it: of each batch a hundred
-- stage records, fifty uses of inputs and fifty ranges of codes, of twenty thousand lots. Every second batch took of the first lot.
set session_replication_role = replica;

create temporary table scale as select '91330100799655058B' as enterprise, {batches} as batches;

create function pg_temp.id(kind text, n bigint) returns text language sql immutable as $$ select substr(md5(kind || n), 1, 20) $$;
create function pg_temp.number(n bigint) returns text language sql immutable as $$ select '20260301' || lpad(n::text, 5, '0') $$;

insert into enterprises select enterprise, '径山茶业有限公司', '330110', now() from scale;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'enterprise', 'enterprise-' || enterprise, 1, jsonb_build_object(
    'revision', 1, 'name', '径山茶业有限公司', 'district', '330110', 'registeredAt', now(), 'registeredBy', 'bench'), now(), ''
from scale;

insert into filings (id, enterprise, enterprise_name, province, prefecture, county, kind, state, title, certificate, valid_from, valid_to,
    created_at, revision, changed_at, grams)
select pg_temp.id('filing', n), enterprise, '径山茶业有限公司', '33', '3301', '330110',
    case n when 0 then 'enterprise' when 1 then 'supplyCapacity' when 2 then 'productionCapacity' else 'product' end, 'issued',
    case when n < 3 then '径山毛峰' else '径山毛峰' || n end, 'ZS-' || n, date '2025-01-01', date '2099-12-31', now(), 3, now(), '{}'
from scale, generate_series(0, 22) n;

insert into production_zones select enterprise, pg_temp.id('zone', n), n || '号茶园', 'Z' || n, 120, false, 1, now()
from scale, generate_series(1, 20) n;

insert into plots_of_enterprises
select enterprise, pg_temp.id('plot', n), pg_temp.id('zone', 1 + n % 20), n || '号地块', 12, false, 1, now()
from scale, generate_series(0, 199) n;

insert into inputs (enterprise, id, kind, name, unit, words, retired, revision, changed_at)
select enterprise, pg_temp.id('input', n), 'fertilizer', '有机肥' || n, 'kg', '有机肥' || n, false, 1, now() from scale, generate_series(1, 200) n;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'input', 'input-' || enterprise || '-' || pg_temp.id('input', n), 1, jsonb_build_object(
    'revision', 1, 'form', 'input-fertilizer', 'formVersion', 1, 'answers', jsonb_build_object(
        'name', '有机肥' || n, 'unit', 'kg', 'maker', n % 40 || '号肥料厂', 'kind', 'organic', 'composition', 'N≥5%')), now(), ''
from scale, generate_series(1, 200) n;

insert into input_lots (enterprise, id, item, lot_number, words, purchased_on, quantity, used, retired, revision, changed_at)
select enterprise, pg_temp.id('lot', n), pg_temp.id('input', 1 + n % 200), 'L' || n, 'L' || n, date '2026-01-01', 1000000, 0, false, 1, now()
from scale, generate_series(1, least(20000, batches * 10)) n;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'input-lot', 'lot-' || enterprise || '-' || pg_temp.id('lot', n), 1, jsonb_build_object(
    'revision', 1, 'item', pg_temp.id('input', 1 + n % 200), 'form', 'input-purchase', 'formVersion', 1, 'answers', jsonb_build_object(
        'lotNumber', 'L' || n, 'quantity', 1000000, 'purchasedOn', '2026-01-01', 'supplier', n % 60 || '号农资公司', 'purchaser', '李四')), now(), ''
from scale, generate_series(1, least(20000, batches * 10)) n;

insert into batches (enterprise, number, state, product_filing, product, category, zone, plots, records, harvests, violated, opened_at,
    revision, changed_at)
select enterprise, pg_temp.number(b), 'running', pg_temp.id('filing', 3 + b % 20), '径山毛峰' || 3 + b % 20, 'tea', pg_temp.id('zone', 1 + b % 20),
    array[pg_temp.id('plot', b % 20), pg_temp.id('plot', 20 + b % 20)], 100, 10, false, timestamptz '2026-03-01 08:00+08', 1, now()
from scale, generate_series(1, batches) b;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'batch', 'batch-' || enterprise || '-' || number, 1, jsonb_build_object('revision', 1, 'enterprise', enterprise, 'number', number,
    'state', 'running', 'productFiling', product_filing, 'productName', product, 'category', category, 'zone', zone, 'plots', to_jsonb(plots),
    'formVersion', 1, 'answers', jsonb_build_object('plannedStart', '2026-03-01'), 'stages', '[]'::jsonb, 'harvests', '[]'::jsonb,
    'opened', jsonb_build_object('by', 'bench', 'at', opened_at)), now(), ''
from batches;

-- Eighty days of work, ten of plucking, two of drying, three of packing, two in store, three sales.
insert into stage_records
select b.enterprise, b.number, r.id, r.stage, r.day, 'submitted', 1, null, now(),
    jsonb_build_object('id', r.id, 'revision', 1, 'stage', r.stage, 'formVersion', 1, 'state', 'submitted', 'occurredOn', r.day,
        'created', jsonb_build_object('by', 'bench', 'at', now()),
        'answers', jsonb_build_object('date', r.day, 'personInCharge', '周建国', 'note', '按茶园管理规程作业，天气晴。') || case r.stage
            when 'plucking' then '{"grade": "oneLeaf", "manner": "manual", "quantity": 40, "unit": "kg"}'
            when 'drying' then '{"inputQuantity": 200, "outputQuantity": 50, "temperature": 85}'
            when 'packing' then '{"packingLot": "P-1", "quantity": 30, "unit": "kg", "material": "纸盒", "specification": "250 g"}'
            when 'storage' then '{"warehouse": "1号库", "quantity": 30, "unit": "kg", "temperature": 4, "humidity": 60}'
            when 'sale' then jsonb_build_object('buyer', (substr(b.number, 9)::int * 7 + r.n) % 300 || '号茶行', 'quantity', 20, 'unit', 'kg')
            else '{"manner": "drip", "waterSource": "reservoir", "amount": 42.5, "crop": "茶"}' end)
from batches b
cross join lateral (
    select n, pg_temp.id(b.number, n) as id, date '2026-03-01' + n as day, case
        when n <= 50 then 'fertilizing' when n <= 80 then 'irrigation' when n <= 90 then 'plucking' when n <= 92 then 'drying'
        when n <= 95 then 'packing' when n <= 97 then 'storage' else 'sale' end as stage
    from generate_series(1, 100) n) r;

insert into input_uses (source, enterprise, lot, quantity, used_on)
select 'batch-' || b.enterprise || '-' || b.number || '/' || pg_temp.id(b.number, n), b.enterprise,
    pg_temp.id('lot', case when n = 1 and substr(b.number, 9)::int % 2 = 0 then 1
        else 2 + abs(hashint8(substr(b.number, 9)::bigint * 50 + n)) % (least(20000, batches * 10) - 1) end),
    5, date '2026-03-01' + n
from scale, batches b, generate_series(1, 50) n;

update input_lots l set used = u.used
from (select enterprise, lot, sum(quantity) as used from input_uses group by 1, 2) u where u.enterprise = l.enterprise and u.lot = l.id;

insert into code_ranges (enterprise, id, batch, length, span, start_code, end_code, checked, codes, bound_at, bound_by, revision, changed_at)
select b.enterprise, pg_temp.id('range' || b.number, n), b.number, 20, code_span(c.first, c.last), c.first, c.last, false, 1000, now(), 'bench', 1,
    now()
from batches b, generate_series(0, 49) n
cross join lateral (select (substr(b.number, 9)::bigint * 50 + n) * 1000 as serial) s
cross join lateral (select '7' || lpad(s.serial::text, 19, '0'), '7' || lpad((s.serial + 999)::text, 19, '0')) c (first, last);

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'code-range', 'code-range-' || enterprise || '-' || id, 1, jsonb_build_object('revision', 1, 'batch', batch, 'start', start_code,
    'end', end_code, 'codes', codes, 'checked', false, 'freezes', '[]'::jsonb, 'bound', jsonb_build_object('by', 'bench', 'at', bound_at)), now(), ''
from code_ranges;

reset session_replication_role;
