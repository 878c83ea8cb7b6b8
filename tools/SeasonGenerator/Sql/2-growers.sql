-- Regions, growers with their plots, and trace units: few enough for their own triggers to derive the rest.

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'region', r.key, 1, r.state, r.at,
    chain_hash(null, 'region', r.key, '1', r.state::text, 'platform', null, chain_time(r.at))
from (select 'region-' || code as key, jsonb_build_object('revision', 1, 'name', name) as state,
        season_bulk.starts() - interval '40 days' as at, code
    from season_bulk.regions) r
order by r.code;

-- Two plots each on average, together some 60 mu; a few growers farm many times that.
create unlogged table season_bulk.plots as
select p.n as person, p.unit, j as plot,
    replace(p.region, '-', '') || '-' || lpad((p.n % 100000)::text, 5, '0') || '-' || j as code,
    (array['东', '西', '南', '北'])[season_bulk.pick(p.n, 13, 1, 4)] || (array['一', '二', '三', '四'])[j] || '号地' as name,
    round((22 + 16 * season_bulk.draw(p.n * 8 + j, 12)
        + case when season_bulk.draw(p.n, 14) < 0.03 then 150 * season_bulk.draw(p.n, 15) else 0 end)::numeric, 2) as area_mu,
    (array['新陆早61号', '新陆早84号', '新陆中67号', '新陆早78号', '塔河2号'])[season_bulk.pick(p.unit, 16, 1, 5)] as variety,
    case when season_bulk.draw(p.n * 8 + j, 17) < 0.8 then 'identity' else 'leased' end as land_kind
from season_bulk.people p cross join lateral generate_series(1, season_bulk.pick(p.n, 11, 1, 3)) j;

create index on season_bulk.plots (person);
analyze season_bulk.plots;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'grower', g.key, 1, g.state, g.at,
    chain_hash(null, 'grower', g.key, '1', g.state::text, 'platform', null, chain_time(g.at))
from (
    select p.n, 'grower-' || p.id as key, season_bulk.starts() - interval '30 days' as at,
        jsonb_build_object('revision', 1, 'name', p.name, 'maskedName', p.masked_name, 'number', p.number,
            'maskedNumber', p.masked_number, 'mobile', p.mobile, 'maskedMobile', p.masked_mobile, 'legal', p.legal, 'region', p.region,
            'plots', (
                select jsonb_agg(jsonb_build_object('season', season_bulk.season(), 'code', q.code, 'name', q.name, 'areaMu', q.area_mu,
                    'variety', q.variety, 'landKind', q.land_kind) order by q.code)
                from season_bulk.plots q where q.person = p.n)) as state
    from season_bulk.people p) g
order by g.n;

-- Each was formed and then approved.
create unlogged table season_bulk.unit_states as
select 'unit-' || u.id as key, v.version, season_bulk.starts() - interval '1 day' * (12 - 2 * v.version) as at,
    case v.version when 1 then u.organizer else left(u.region, 6) end as actor,
    jsonb_strip_nulls(jsonb_build_object('revision', v.version, 'season', season_bulk.season(), 'name', u.name,
        'formation', u.formation, 'state', case v.version when 1 then 'pending' else 'approved' end, 'region', u.region,
        'organizer', u.organizer, 'members', m.members, 'areaMu', m.area_mu, 'legalPerson', u.legal_person,
        'fingerprint', encode(sha256(convert_to('forming ' || u.id, 'UTF8')), 'hex'))) as state
from season_bulk.units u
join (
    select p.unit, sum(q.area_mu) as area_mu,
        jsonb_agg(jsonb_build_object('grower', p.id, 'maskedName', p.masked_name, 'plots', q.plots) order by p.n) as members
    from season_bulk.people p
    join (select person, sum(area_mu) as area_mu, jsonb_agg(jsonb_build_object('code', code, 'areaMu', area_mu) order by code) as plots
        from season_bulk.plots group by person) q on q.person = p.n
    group by p.unit) m on m.unit = u.n
cross join (values (1), (2)) v (version);

create unlogged table season_bulk.unit_versions as
select first.key, 1 as version, first.state, first.actor, first.at, null::bytea as previous_hash,
    chain_hash(null, 'trace-unit', first.key, '1', first.state::text, first.actor, null, chain_time(first.at)) as hash
from season_bulk.unit_states first where first.version = 1;

insert into season_bulk.unit_versions
select s.key, 2, s.state, s.actor, s.at, v.hash,
    chain_hash(v.hash, 'trace-unit', s.key, '2', s.state::text, s.actor, null, chain_time(s.at))
from season_bulk.unit_states s join season_bulk.unit_versions v using (key) where s.version = 2;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'trace-unit', key, version, state, at, hash from season_bulk.unit_versions where version = 2 order by key;

insert into grain_history (kind, key, version, state, actor, changed_at, hash)
select s.kind, s.key, s.version, s.state, 'platform', s.changed_at, s.hash from grain_state s where s.kind in ('region', 'grower');
insert into grain_history (kind, key, version, state, actor, changed_at, previous_hash, hash)
select 'trace-unit', key, version, state, actor, at, previous_hash, hash from season_bulk.unit_versions;
