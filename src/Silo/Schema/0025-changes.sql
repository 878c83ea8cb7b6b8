-- The change feed reads what is there already: every version has a position, the number of the transaction that wrote it. A sequence
-- would not do: numbers are drawn in one order and committed in another, so a reader could pass a number that is not to be seen yet.
-- Transactions below the horizon have all ended, so nothing can appear behind a reader that stops there. Whatever was decided on
-- something read comes from a later transaction and stands behind it.

-- How much is added to the transaction's number. A database restored from a dump counts its transactions anew: settle_change_clock
-- puts another function in place of this one, so that positions go on from where they were.
create function change_offset() returns bigint language sql immutable as $$ select 0::bigint $$;

create function change_clock() returns bigint language sql stable as $$
    select pg_current_xact_id()::text::bigint + change_offset()
$$;

create function change_horizon() returns bigint language sql stable as $$
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + change_offset()
$$;

alter table grain_history add column position bigint not null default change_clock();

create index grain_history_changes on grain_history (position, kind, key, version);
create index grain_history_gin on grain_history ((state ->> 'gin'), position, kind, key, version) where state ->> 'gin' is not null;
create index grain_history_regiment on grain_history ((left(state ->> 'region', 6)), position, kind, key, version)
    where left(state ->> 'region', 6) is not null;

-- A line writes too often for a row of history each: it stands in the feed once, where its last message is. A line has few readers
-- and one writer, so its last message is found by the primary key, and the ledger needs no further index.
alter table line_events add column position bigint not null default change_clock();

-- Called by every node that starts. The newest position is read first: what others write meanwhile is below the clock.
create procedure settle_change_clock() language plpgsql as $$
declare
    newest bigint := greatest(
        (select max(h.position) from grain_history h),
        (select max(e.position) from gin_lines l cross join lateral (
            select e.position from line_events e where e.gin = l.gin and e.line = l.line order by e.number desc limit 1) e));
    behind bigint := newest - change_clock();
begin
    if behind >= 0 then
        execute format('create or replace function change_offset() returns bigint language sql immutable as $f$ select %s::bigint $f$',
            change_offset() + behind + 1);
    end if;
end
$$;
