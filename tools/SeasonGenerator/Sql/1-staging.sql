-- What the season is made from, in a schema of its own that is gone when the season is there. The first four tables are planned and
-- filled by the program (names, sizes, encrypted numbers); everything else follows from them and the seed by set-based SQL.

create unlogged table season_bulk.regions (code text, name text);

create unlogged table season_bulk.units (
    n int, id text, name text, formation text, region text, organizer text, legal_person jsonb, gin text, second_gin text);

create unlogged table season_bulk.people (
    n int, id text, name text, masked_name text, number jsonb, masked_number text, mobile jsonb, masked_mobile text, legal boolean,
    region text, unit int);

create unlogged table season_bulk.lines (gin text, line int, model text);

-- The same for the same question, whatever the plan or the order: 0 inclusive to 1 exclusive.
create function season_bulk.draw(n bigint, salt bigint) returns double precision language sql immutable parallel safe as $$
    select (hashint8extended(n, salt + season_bulk.seed()) & 1073741823)::double precision / 1073741824
$$;

create function season_bulk.pick(n bigint, salt bigint, smallest int, largest int) returns int language sql immutable parallel safe as $$
    select smallest + floor((largest - smallest + 1) * season_bulk.draw(n, salt))::int
$$;

-- A time as the stored records write it.
create function season_bulk.stamp(at timestamptz) returns text language sql stable parallel safe as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')
$$;

-- Appends the check digit (mod 10, GS1 weights) to the first 19 digits of a card number.
create function season_bulk.with_check_digit(body text) returns text language sql immutable parallel safe as $$
    select body || (10 - (
        3 * (ascii(substr(body, 1)) + ascii(substr(body, 3)) + ascii(substr(body, 5)) + ascii(substr(body, 7)) + ascii(substr(body, 9))
            + ascii(substr(body, 11)) + ascii(substr(body, 13)) + ascii(substr(body, 15)) + ascii(substr(body, 17))
            + ascii(substr(body, 19)) - 480)
        + ascii(substr(body, 2)) + ascii(substr(body, 4)) + ascii(substr(body, 6)) + ascii(substr(body, 8)) + ascii(substr(body, 10))
        + ascii(substr(body, 12)) + ascii(substr(body, 14)) + ascii(substr(body, 16)) + ascii(substr(body, 18)) - 432) % 10) % 10
$$;

-- Indexes are made once over all rows instead of row by row, and so are the keys that nothing refers to. Their definitions wait here.
create table season_bulk.put_aside (place serial, target text not null, undo text not null);

create procedure season_bulk.put_aside(target regclass, with_key boolean) language plpgsql as $$
declare
    found record;
begin
    for found in select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition
        from pg_index i
        where i.indrelid = target and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    loop
        insert into season_bulk.put_aside (target, undo) values (target::text, found.definition);
        execute format('drop index %s', found.name);
    end loop;
    for found in select c.conname as name, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c where c.conrelid = target and c.contype = 'p' and with_key
    loop
        insert into season_bulk.put_aside (target, undo)
        values (target::text, format('alter table %s add constraint %I %s', target, found.name, found.definition));
        execute format('alter table %s drop constraint %I', target, found.name);
    end loop;
end
$$;

create procedure season_bulk.restore(wanted regclass) language plpgsql as $$
declare
    aside record;
begin
    for aside in select p.undo from season_bulk.put_aside p where p.target = wanted::text order by p.place desc loop
        execute aside.undo;
    end loop;
    execute format('analyze %s', wanted);
end
$$;
