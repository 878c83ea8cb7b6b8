-- The one place where decisions are stored. A decision is one call of write_grain_state; everything that follows from it
-- (history, derived tables, uniqueness) happens in triggers of the same transaction, so it is stored with it or not at all.

create table grain_kinds (
    kind         text primary key check (kind ~ '^[a-z][a-z0-9-]{0,47}$'),
    with_history boolean not null
);

-- The current record of each grain. A cleared grain keeps its row with a null state: its versions go on from there, and a
-- late write that still believes in the old record is refused.
create table grain_state (
    kind       text        not null,
    key        text        not null,
    version    int         not null check (version > 0),
    state      jsonb,
    changed_at timestamptz not null,
    hash       bytea       not null,
    primary key (kind, key)
) partition by list (kind);

-- Every version ever stored, chained per grain: `hash` covers the version before it, so a row changed, removed or slipped in
-- later is found by verify_history.
create table grain_history (
    kind          text        not null,
    key           text        not null,
    version       int         not null,
    state         jsonb,
    actor         text,
    reason        text,
    changed_at    timestamptz not null,
    previous_hash bytea,
    hash          bytea       not null,
    primary key (kind, key, version)
);

-- SHA-256 over 32 bytes of the previous hash (zeros for the first link) and the UTF-8 of the compact JSON array of the parts.
-- The fixed length and JSON's quoting leave no two inputs with the same bytes.
create function chain_hash(previous bytea, variadic parts text[]) returns bytea language sql stable parallel safe as $$
    select sha256(coalesce(previous, decode(repeat('00', 32), 'hex')) || convert_to(array_to_json(parts)::text, 'UTF8'))
$$;

-- Microseconds since 1970: the same text whatever the time zone of the session.
create function chain_time(at timestamptz) returns text language sql stable parallel safe as $$
    select (extract(epoch from at) * 1000000)::bigint::text
$$;

-- Tables of facts that are only ever added to. A superuser may lift this for repair with `set suyuan.maintenance = on`.
create function refuse_change() returns trigger language plpgsql as $$
begin
    if current_setting('suyuan.maintenance', true) = 'on' and current_setting('is_superuser') = 'on' then
        return case tg_op when 'DELETE' then old else new end;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create procedure make_append_only(target text) language plpgsql as $$
begin
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', target);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', target);
end
$$;

call make_append_only('grain_history');

-- A noun's file calls this once: it makes the partition, the function that writes into it and, when `after_write` names a trigger
-- function without arguments, has it run after every write. In that function `new.state` is the record just stored, or null when
-- the grain was cleared.
create function add_grain_kind(kind text, with_history boolean default true, after_write text default null)
    returns void language plpgsql as $$
declare
    partition_name text := 'grain_state_' || replace(kind, '-', '_');
begin
    insert into grain_kinds values (add_grain_kind.kind, add_grain_kind.with_history);
    -- Room in each page lets an update stay in its page and leave the index alone. Records are written far more often than they
    -- are kept apart, so they are not compressed: packing and unpacking would cost more than the write.
    execute format('create table %I partition of grain_state for values in (%L) with (fillfactor = 80, toast_tuple_target = 8160)',
        partition_name, kind);
    execute format('alter table %I alter column state set storage external', partition_name);
    execute write_function_of(kind, partition_name, with_history);
    if after_write is not null then
        execute format('create trigger after_write after insert or update on %I for each row execute function %s()',
            partition_name, after_write::regproc);
    end if;
end
$$;

-- Each kind has a writer of its own over its own partition: through the partitioned table every write would open and lock them all.
create function write_function_of(kind text, partition_name text, with_history boolean) returns text language sql as $outer$
    select replace(replace(replace(replace(replace($template$
create function {writer}(key text, expected_version int, payload jsonb) returns int language plpgsql as $$
#variable_conflict use_variable
declare
    current_version int;
    current_hash    bytea;
    cleared         boolean;
    next_version    int;
    next_state      jsonb       := nullif(payload -> 'state', 'null'::jsonb);
    written_at      timestamptz := clock_timestamp();
    next_hash       bytea;
begin
    select s.version, s.hash, s.state is null into current_version, current_hash, cleared
    from {partition} s where s.kind = {kind} and s.key = key for update;
    if current_version is distinct from expected_version and not (expected_version is null and cleared) then
        return null;
    end if;

    next_version := coalesce(current_version, 0) + 1;
    next_hash := {hash};

    if current_version is null then
        -- The loser of two first writes waits here for the winner's commit.
        insert into {partition} values ({kind}, key, next_version, next_state, written_at, next_hash) on conflict do nothing;
        if not found then
            return null;
        end if;
    else
        update {partition} s set version = next_version, state = next_state, changed_at = written_at, hash = next_hash
        where s.kind = {kind} and s.key = key;
    end if;
    {history}
    return next_version;
end
$$;
$template$,
        '{hash}', case when with_history
            then $$chain_hash(current_hash, {kind}, key, next_version::text, next_state::text, payload ->> 'actor', payload ->> 'reason',
        chain_time(written_at))$$
            -- Without a history the hash seals this one row; the kind's own trigger chains what it keeps.
            else $$chain_hash(null, {kind}, key, next_version::text, next_state::text, chain_time(written_at))$$ end),
        '{history}', case when with_history
            then $$insert into grain_history values
        ({kind}, key, next_version, next_state, payload ->> 'actor', payload ->> 'reason', written_at, current_hash, next_hash);$$
            else '' end),
        '{kind}', quote_literal(kind)),
        '{partition}', quote_ident(partition_name)),
        '{writer}', quote_ident('write_' || replace(kind, '-', '_')))
$outer$;

-- Stores one decision. `payload` is {"actor": text or null, "reason": text or null, "state": record or null}; a null state clears
-- the grain. Returns the new version, or null when somebody else wrote meanwhile: `expected_version` is not the stored
-- one, or it is null (a new grain) and there is a record already.
create function write_grain_state(kind text, key text, expected_version int, payload jsonb) returns int language plpgsql as $$
declare
    next_version int;
begin
    execute format('select %I($1, $2, $3)', 'write_' || replace(kind, '-', '_')) into next_version using key, expected_version, payload;
    return next_version;
end
$$;

-- The record and its version; a cleared grain has a version and no state.
create function read_grain_state(kind text, key text, out state jsonb, out version int) returns setof record language sql stable as $$
    select s.state, s.version from grain_state s where s.kind = read_grain_state.kind and s.key = read_grain_state.key
$$;
