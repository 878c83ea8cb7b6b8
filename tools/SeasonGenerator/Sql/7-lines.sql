insert into gin_lines (gin, line, model) select gin, line, model from season_bulk.lines;

-- The record as the last message left it. Its messages themselves are not made (line_events stays empty): the chain begins with the
-- first real message, whose number and sequence follow those of the record.
insert into grain_state (kind, key, version, state, changed_at, hash)
select 'gin-line', r.key, r.version, r.state, r.at,
    chain_hash(null, 'gin-line', r.key, r.version::text, r.state::text, chain_time(r.at))
from (
    select 'line-' || l.gin || '-' || l.line as key, coalesce(c.messages, 0) + 1 as version, coalesce(b.pressed_at, season_bulk.starts()) as at,
        jsonb_strip_nulls(jsonb_build_object('revision', coalesce(c.messages, 0) + 1, 'gin', l.gin, 'number', l.line, 'model', l.model,
            'queue', coalesce(c.queue, '[]'), 'lastBale', b.bale, 'lastSequence', coalesce(c.messages, 0), 'bales', coalesce(c.bales, 0))) as state
    from season_bulk.lines l
    left join (
        select gin, line, sum(bales + untraced + delay)::int as bales,
            (sum(bales + untraced + delay) + count(*) filter (where state not in ('printed', 'voided'))
                + count(*) filter (where state = 'finishedManual'))::int as messages,
            jsonb_agg(jsonb_build_object('card', card, 'unit', unit_id, 'unitName', unit_name, 'quotaKg', quota_kg,
                'processedKg', coalesce(processed_kg, 0), 'bales', bales, 'delay', delay, 'delayLeft', 0)
                order by state, bales_before, gross_at) filter (where state in ('inWork', 'queued')) as queue
        from season_bulk.loads group by gin, line) c using (gin, line)
    left join lateral (
        select pressed_at, jsonb_build_object('barcode', barcode, 'traced', card is not null, 'grossKg', gross_kg,
            'pressedAt', season_bulk.stamp(pressed_at)) as bale
        from bales where bales.gin = l.gin and bales.line = l.line and bales.season = season_bulk.season()
        order by pressed_at desc limit 1) b on true
) r
order by r.key;
