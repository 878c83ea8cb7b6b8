-- Keys with which every node signs cookies and tokens, so that a session outlives the node that opened it.
create table data_protection_keys (
    name       text        primary key,
    xml        text        not null,
    created_at timestamptz not null default now()
);

-- A kind that chains events of its own names here a function () returning the same columns as verify_history.
create table chain_checks (
    function_name text primary key
);

-- Where a chain is broken: every finding, ordered, for one kind or (null) all. `version` is the version that is missing or wrong.
create function verify_history(only_kind text default null)
    returns table (kind text, key text, version int, problem text) language plpgsql stable as $$
#variable_conflict use_column
declare
    check_name text;
begin
    return query
        select l.kind, l.key, case when l.version > l.expected then l.expected else l.version end,
            case
                when l.version > l.expected then 'the version is missing'
                when l.previous_hash is distinct from l.last_hash then 'the chain does not continue from the version before'
                else 'the row was changed'
            end
        from (
            select h.*, coalesce(lag(h.version) over chain, 0) + 1 as expected, lag(h.hash) over chain as last_hash
            from grain_history h where only_kind is null or h.kind = only_kind
            window chain as (partition by h.kind, h.key order by h.version)
        ) l
        where l.version > l.expected or l.previous_hash is distinct from l.last_hash
            or l.hash <> chain_hash(l.previous_hash, l.kind, l.key, l.version::text, l.state::text, l.actor, l.reason,
                chain_time(l.changed_at))
        order by 1, 2, 3;

    return query
        select coalesce(s.kind, h.kind), coalesce(s.key, h.key), coalesce(s.version, h.version),
            case
                when h.kind is null or h.version < s.version then 'the history lacks the current version'
                when s.kind is null then 'the current record is missing'
                else 'the current record differs from its history'
            end
        from (select s.* from grain_state s join grain_kinds k using (kind)
              where k.with_history and (only_kind is null or s.kind = only_kind)) s
        full join (select distinct on (h.kind, h.key) h.* from grain_history h
                   where only_kind is null or h.kind = only_kind
                   order by h.kind desc, h.key desc, h.version desc) h
            on h.kind = s.kind and h.key = s.key
        where h.kind is null or s.kind is null or s.version <> h.version or s.hash <> h.hash
            or s.changed_at <> h.changed_at or s.state is distinct from h.state
        order by 1, 2;

    return query
        select s.kind, s.key, s.version, 'the current record was changed'
        from grain_state s join grain_kinds k using (kind)
        where not k.with_history and (only_kind is null or s.kind = only_kind)
            and s.hash <> chain_hash(null, s.kind, s.key, s.version::text, s.state::text, chain_time(s.changed_at))
        order by 1, 2;

    for check_name in select c.function_name from chain_checks c order by 1 loop
        return query execute format('select c.kind, c.key, c.version, c.problem from %s() c where $1 is null or c.kind = $1',
            check_name::regproc) using only_kind;
    end loop;
end
$$;
