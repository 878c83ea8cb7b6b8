-- Codes that were looked up once, this time, are not answered: whoever writes knows that already, and most of what is written is such.
create or replace function add_scans(the_node text, the_writing bigint, the_codes text[], counts bigint[], firsts timestamptz[], lasts timestamptz[])
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
        return query with written as (
            insert into code_scans as s
            select g.code, g.first_at, g.last_at, g.scans
            from unnest(the_codes, counts, firsts, lasts) g (code, scans, first_at, last_at)
            order by g.code collate "C"
            on conflict (code) do update set first_at = least(s.first_at, excluded.first_at),
                last_at = greatest(s.last_at, excluded.last_at), scans = s.scans + excluded.scans
            returning s.code, s.scans, s.first_at)
            select w.code::text, w.scans, w.first_at from written w where w.scans > 1;
    else
        return query select s.code::text, s.scans, s.first_at from code_scans s where s.code = any (the_codes) and s.scans > 1;
    end if;
    if is_new and (select count(*) > 1 from pg_locks l
                   where l.locktype = 'advisory' and l.classid = lookup_node_lock() and l.objid > 0 and l.objsubid = 2
                       and l.database = (select d.oid from pg_database d where d.datname = current_database())) then
        insert into scan_news (node, codes, scans, firsts)
        select the_node, array_agg(s.code), array_agg(s.scans), array_agg(s.first_at) from code_scans s where s.code = any (the_codes);
    end if;
end
$$;
