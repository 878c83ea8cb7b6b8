-- Enterprise, batches and what is published of them, as the triggers of their records would have written it.
set session_replication_role = replica;

insert into enterprises values ('91330100799655058B', '阿克苏红富士果业有限公司', '652901', now());

insert into batches (enterprise, number, state, product_filing, product, category, zone, plots, records, harvests, violated, opened_at,
    revision, changed_at)
select '91330100799655058B', '20260301' || lpad(b::text, 5, '0'), 'running', repeat('a', 20), '红富士苹果', 'fruit', repeat('b', 20), '{}', 12, 0,
    false, now(), 1, now()
from generate_series(1, 16) b;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'batch', 'batch-' || enterprise || '-' || number, 1, jsonb_build_object('enterprise', enterprise, 'number', number, 'state', 'running',
    'formVersion', 1, 'answers', jsonb_build_object('plannedStart', '2026-03-01', 'areaMu', 120),
    'stages', jsonb_build_array(jsonb_build_object('stage', 'irrigation', 'records', 12)), 'harvests', '[]'::jsonb), now(), ''
from batches;

insert into stage_records
select b.enterprise, b.number, lpad(n::text, 20, '0'), 'irrigation', date '2026-03-01' + n, 'submitted', 1, null, now(),
    jsonb_build_object('id', lpad(n::text, 20, '0'), 'stage', 'irrigation', 'formVersion', 1, 'state', 'submitted', 'answers', jsonb_build_object(
        'date', date '2026-03-01' + n, 'crop', '苹果', 'manner', 'drip', 'waterSource', 'reservoir', 'amount', 42.5, 'duration', 3,
        'personInCharge', '周建国', 'note', '滴灌，水源为冰川融水，按墒情调整。'))
from batches b, generate_series(1, 12) n;

insert into published_items
select enterprise, number, item, 'bench', now() from batches, unnest(array['batch', 'irrigation']) item;

-- What keeps ranges apart takes minutes to build for a million of them, and a look-up does not use it.
alter table code_ranges drop constraint code_ranges_apart;

insert into code_ranges (enterprise, id, batch, length, span, start_code, end_code, checked, codes, bound_at, bound_by, revision, changed_at)
select '91330100799655058B', lpad(r::text, 20, '0'), '20260301' || lpad((r % 16 + 1)::text, 5, '0'), 20, code_span(first, last), first, last, true,
    1000, now(), 'bench', 1, now()
from generate_series(0, :ranges - 1) r
cross join lateral (
    select '6590010' || lpad((r::bigint * 1000)::text, 12, '0') || '0', '6590010' || lpad((r::bigint * 1000 + 999)::text, 12, '0') || '9') c (first, last);

reset session_replication_role;
analyze;
