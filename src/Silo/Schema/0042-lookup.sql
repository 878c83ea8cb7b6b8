-- Look-up (扫码查询): what nodes need in order to answer consumers from memory, and how often each code was looked up (LK2).

-- What was touched, by the transaction that touched it. A notification wakes a node; what it has to read anew stands here, so a
-- notification that is lost costs half a second and nothing else. Rows are kept for an hour: a node that was cut off for longer reads all.
create table lookup_touches (
    position   xid8        not null default pg_current_xact_id(),
    enterprise text        not null,
    batch      text        not null, -- '': everything of the enterprise but its ranges, whose changes name their batch
    touched_at timestamptz not null default clock_timestamp(),
    primary key (position, enterprise, batch)
);

create index lookup_touches_age on lookup_touches (touched_at);

create or replace function touch_lookup(enterprise text, batch text) returns void language plpgsql as $$
#variable_conflict use_variable
begin
    insert into lookup_touches (enterprise, batch) values (enterprise, coalesce(batch, '')) on conflict do nothing;
    perform pg_notify('lookup', enterprise || '/' || coalesce(batch, ''));
end
$$;

-- What was touched since a horizon, and the horizon to ask with next: a transaction below it has ended, so nothing more appears there.
create function lookup_touched(since text) returns jsonb language sql stable as $$
    select jsonb_build_object('horizon', pg_snapshot_xmin(pg_current_snapshot())::text, 'items', coalesce(
        (select jsonb_agg(jsonb_build_object('position', t.position::text, 'enterprise', t.enterprise, 'batch', t.batch))
         from lookup_touches t where t.position >= since::xid8), '[]'))
$$;

create function forget_lookup_touches() returns void language sql as $$
    delete from lookup_touches t where t.touched_at < clock_timestamp() - interval '1 hour'
$$;

-- The parts of a range that are frozen: [{"start", "end", "reason"}].
create function lookup_frozen(r code_ranges) returns jsonb language sql stable as $$
    select jsonb_agg(jsonb_build_object('start', f ->> 'start', 'end', f ->> 'end', 'reason', f -> 'frozen' ->> 'reason'))
    from grain_state g, jsonb_array_elements(g.state -> 'freezes') f
    where g.kind = 'code-range' and g.key = 'code-range-' || r.enterprise || '-' || r.id and not f ? 'lifted'
$$;

-- The GTIN of a batch's product, as its product filing has it.
create function lookup_gtin(of_enterprise text, of_batch text) returns text language plpgsql stable as $$
begin
    return (
        select coalesce(g.state -> 'certificate' -> 'answers', g.state -> 'application' -> 'answers') ->> 'gtin'
        from batches b join grain_state g on g.kind = 'filing' and g.key = 'filing-' || b.product_filing
        where b.enterprise = of_enterprise and b.number = of_batch);
end
$$;

-- How often each code was looked up (扫描次数). Rows exist for codes with look-ups alone.
create table code_scans (
    code     text collate "C" primary key,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    scans    bigint      not null check (scans > 0)
);

-- The last writing of each node: a writing whose answer was lost comes again under its number, and is not counted twice.
create table scan_writers (
    node       text        primary key,
    writing    bigint      not null,
    written_at timestamptz not null
);

-- What other nodes must know of a writing: codes with what was counted in all. Written only while there are other nodes.
create table scan_news (
    position xid8          not null default pg_current_xact_id(),
    node     text          not null,
    told_at  timestamptz   not null default clock_timestamp(),
    codes    text[]        not null,
    scans    bigint[]      not null,
    firsts   timestamptz[] not null,
    primary key (position, node)
);

create index scan_news_age on scan_news (told_at);

-- Every node that looks up holds its lock as long as it lives.
create function lookup_node_lock() returns int language sql immutable as $$ select 1398100297 $$;

-- Adds what a node counted since its last writing, and answers what each code has now. In the order of codes, so that two nodes that write
-- the same codes wait for each other instead of locking up.
create function add_scans(the_node text, the_writing bigint, the_codes text[], counts bigint[], firsts timestamptz[], lasts timestamptz[])
    returns table (code text, scans bigint, first_at timestamptz) language plpgsql as $$
#variable_conflict use_column
declare
    is_new boolean;
begin
    -- A node that comes waits here for writings that did not know of it.
    perform pg_advisory_xact_lock_shared(lookup_node_lock(), 0);
    insert into scan_writers as w values (the_node, the_writing, clock_timestamp())
    on conflict (node) do update set writing = excluded.writing, written_at = excluded.written_at where w.writing < excluded.writing;
    is_new := found;
    if is_new then
        return query insert into code_scans as s
            select g.code, g.first_at, g.last_at, g.scans
            from unnest(the_codes, counts, firsts, lasts) g (code, scans, first_at, last_at)
            order by g.code collate "C"
            on conflict (code) do update set first_at = least(s.first_at, excluded.first_at),
                last_at = greatest(s.last_at, excluded.last_at), scans = s.scans + excluded.scans
            returning s.code::text, s.scans, s.first_at;
    else
        return query select s.code::text, s.scans, s.first_at from code_scans s where s.code = any (the_codes);
    end if;
    if is_new and (select count(*) > 1 from pg_locks l
                   where l.locktype = 'advisory' and l.classid = lookup_node_lock() and l.objid > 0 and l.objsubid = 2
                       and l.database = (select d.oid from pg_database d where d.datname = current_database())) then
        insert into scan_news (node, codes, scans, firsts)
        select the_node, array_agg(s.code), array_agg(s.scans), array_agg(s.first_at) from code_scans s where s.code = any (the_codes);
    end if;
end
$$;

create function forget_scan_news() returns void language sql as $$
    delete from scan_news n where n.told_at < clock_timestamp() - interval '10 minutes';
    delete from scan_writers w where w.written_at < clock_timestamp() - interval '1 day'
$$;

create or replace function find_first_scan(first_code text, last_code text, length int) returns jsonb language sql stable as $$
    select jsonb_build_object('code', s.code, 'at', s.first_at)
    from code_scans s
    where s.code >= first_code collate "C" and s.code <= last_code collate "C" and length(s.code) = find_first_scan.length
    order by s.first_at limit 1
$$;

-- What other nodes counted since a horizon.
create function scan_news_since(since text, me text)
    returns table (codes text[], scans bigint[], firsts timestamptz[]) language sql stable as $$
    select n.codes, n.scans, n.firsts from scan_news n where n.position >= since::xid8 and n.node <> me
$$;
