with records as (
    select 'ticket-' || gin || '-' || ticket as key, 'qts' || gin as actor, gross_at + season_bulk.longest_wait() * 0.005 as at,
        jsonb_build_object('revision', 1, 'gin', gin, 'ticket', ticket, 'season', season_bulk.season(), 'grower', grower,
            'growerMaskedName', masked_name, 'region', region, 'plots', to_jsonb(plots), 'variety', variety, 'pickingMode', 'machine',
            'vehicle', '新' || chr(65 + n::int % 7) || '·' || lpad((n % 100000)::text, 5, '0'), 'grossKg', net_kg + tare_kg,
            'grossAt', season_bulk.stamp(gross_at), 'tareKg', tare_kg, 'tareAt', season_bulk.stamp(gross_at + interval '25 minutes'),
            'impurityPct', 1.8, 'moisturePct', 8.2, 'givenLintPct', lint_pct, 'sentQuotaKg', quota_kg, 'conditionedLintPct', lint_pct,
            'computedQuotaKg', round(net_kg * lint_pct / 100, 3), 'filmCount', film_count,
            'uploadedAt', season_bulk.stamp(gross_at + interval '2 minutes'), 'late', false, 'netKg', net_kg, 'quotaKg', quota_kg) as state
    from season_bulk.loads
)
insert into grain_state (kind, key, version, state, changed_at, hash)
select 'weigh-ticket', key, 1, state, at, chain_hash(null, 'weigh-ticket', key, '1', state::text, actor, null, chain_time(at))
from records order by key;

insert into grain_history (kind, key, version, state, actor, changed_at, hash)
select s.kind, s.key, s.version, s.state, 'qts' || (s.state ->> 'gin'), s.changed_at, s.hash
from grain_state s where s.kind = 'weigh-ticket';
