-- Foreign keys were not looked at while the rows went in; made anew, each one is checked over all rows.
do $$
declare
    key record;
begin
    for key in select c.conrelid::regclass as target, c.conname, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
    loop
        execute format('alter table %s drop constraint %I', key.target, key.conname);
        execute format('alter table %s add constraint %I %s', key.target, key.conname, key.definition);
    end loop;
end
$$;

-- What reports add up, counted from the rows. A database that no node has started on yet is counted by the first one.
do $$
begin
    if to_regclass('season_defaults') is not null then
        execute format('select recount_figures(%s) from season_defaults', season_bulk.season());
    end if;
end
$$;

drop schema season_bulk cascade;
