create unlogged table season_bulk.chained as
with first as (
    select key, actor, at, state, chain_hash(null, 'trace-card', key, '1', state::text, actor, null, chain_time(at)) as hash
    from season_bulk.card_versions where version = 1
)
select f.key, f.actor, f.at, f.state, f.hash, s.actor as next_actor, s.at as next_at, s.state as next_state,
    case when s.key is not null
        then chain_hash(f.hash, 'trace-card', s.key, '2', s.state::text, s.actor, null, chain_time(s.at)) end as next_hash
from first f left join season_bulk.card_versions s on s.key = f.key and s.version = 2;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'trace-card', key, case when next_hash is null then 1 else 2 end, coalesce(next_state, state), coalesce(next_at, at),
    coalesce(next_hash, hash)
from season_bulk.chained order by key;

insert into grain_history (kind, key, version, state, actor, changed_at, previous_hash, hash)
select 'trace-card', key, 1, state, actor, at, null::bytea, hash from season_bulk.chained
union all
select 'trace-card', key, 2, next_state, next_actor, next_at, hash, next_hash from season_bulk.chained where next_hash is not null;
