-- Attachments (附件): files by the SHA-256 of their content, each content kept once as a large object, so that one backup holds
-- everything. They are bulk facts, not decisions (see the ADR). What an enterprise uploaded it holds; a holding that no record ever
-- refers to is let go after a while, and a content goes with its last holding.
create table attachments (
    sha256     text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text        not null,
    bytes      bigint      not null,
    object     oid         not null unique,
    created_at timestamptz not null default clock_timestamp()
);

create table attachment_holders (
    enterprise   text        not null,
    sha256       text        not null references attachments,
    name         text,
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null,
    used         boolean     not null,
    condemned_at timestamptz, -- nothing new may refer to it; what was just being written when it was condemned still saves it
    primary key (enterprise, sha256)
);

create index attachment_holders_of_content on attachment_holders (sha256);
create index attachment_holders_unused on attachment_holders (uploaded_at) where not used;

-- Which records refer, or ever referred, to a file: also to one that is not there, which a draft may. A record that names no
-- enterprise (enterprise = '') keeps the file for everybody who holds it.
create table attachment_uses (
    sha256     text not null,
    enterprise text not null,
    kind       text not null,
    key        text not null,
    primary key (sha256, enterprise, kind, key)
);

-- Runs after every write of a kind whose records may refer to files, wherever in the record they do: {"sha256": …}.
create function note_attachment_uses() returns trigger language plpgsql as $$
declare
    named text[] := array(
        select distinct digest #>> '{}' from jsonb_path_query(new.state, '$.**.sha256') digest where digest #>> '{}' ~ '^[0-9a-f]{64}$');
    owner text   := coalesce(new.state ->> 'enterprise', substring(new.key from '-([0-9A-Z]{18})(?:-|$)'), '');
begin
    if cardinality(named) > 0 then
        insert into attachment_uses select digest, owner, new.kind, new.key from unnest(named) digest order by 1 on conflict do nothing;
        update attachment_holders h set used = true, condemned_at = null
        where not h.used and h.sha256 = any (named) and owner in ('', h.enterprise);
    end if;
    return null;
end
$$;

-- Every kind that is added from here on may refer to files; what cotton's kinds store has none.
create or replace function add_grain_kind(kind text, with_history boolean default true, after_write text default null)
    returns void language plpgsql as $$
declare
    partition_name text := 'grain_state_' || replace(kind, '-', '_');
begin
    insert into grain_kinds values (add_grain_kind.kind, add_grain_kind.with_history);
    execute format('create table %I partition of grain_state for values in (%L) with (fillfactor = 80, toast_tuple_target = 8160)',
        partition_name, kind);
    execute format('alter table %I alter column state set storage external', partition_name);
    execute write_function_of(kind, partition_name, with_history);
    if after_write is not null then
        execute format('create trigger after_write after insert or update on %I for each row execute function %s()',
            partition_name, after_write::regproc);
    end if;
    execute format('create trigger attachment_uses after insert or update on %I for each row execute function note_attachment_uses()',
        partition_name);
end
$$;

create trigger attachment_uses after insert or update on grain_state_enterprise for each row execute function note_attachment_uses();

create or replace function known_attachments(enterprise text, asked text[]) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(a.sha256, a.media_type), '{}')
    from attachment_holders h join attachments a using (sha256)
    where h.enterprise = known_attachments.enterprise and h.sha256 = any (asked) and h.condemned_at is null
$$;

create function attachment_lock(digest text) returns bigint language sql immutable as $$ select hashtextextended(digest, 33) $$;

-- The beginning of one upload's transaction: whoever stores, or lets go, the same content waits for its end. Answers whether the
-- content is there already; if not, the caller writes it into a large object before it calls hold_attachment.
create function begin_attachment(digest text) returns boolean language plpgsql as $$
begin
    perform pg_advisory_xact_lock(attachment_lock(digest));
    return exists (select from attachments a where a.sha256 = digest);
end
$$;

create function attachment_bytes_of(the_enterprise text) returns bigint language sql stable as $$
    select coalesce(sum(a.bytes), 0)::bigint
    from attachment_holders h join attachments a using (sha256)
    where h.enterprise = the_enterprise
$$;

-- The end of it: outcome 'held' (new to the enterprise), 'known' (held before: its time begins anew) or 'over-quota'.
create function hold_attachment(file jsonb, new_object oid, quota bigint) returns text language plpgsql as $$
declare
    owner  text := file ->> 'enterprise';
    digest text := file ->> 'sha256';
begin
    if new_object is not null then
        insert into attachments values (digest, file ->> 'mediaType', (file ->> 'bytes')::bigint, new_object);
    end if;

    -- Uploads of one enterprise end one after the other, so that no two fit into the same room.
    perform pg_advisory_xact_lock(attachment_lock(owner));
    update attachment_holders h set uploaded_at = (file ->> 'at')::timestamptz, condemned_at = null
    where h.enterprise = owner and h.sha256 = digest;
    if found then
        return 'known';
    end if;
    if attachment_bytes_of(owner) + (file ->> 'bytes')::bigint > quota then
        return 'over-quota';
    end if;
    insert into attachment_holders values (owner, digest, file ->> 'name', file ->> 'account', (file ->> 'at')::timestamptz,
        exists (select from attachment_uses u where u.sha256 = digest and u.enterprise in ('', owner)), null);
    return 'held';
end
$$;

-- Lets go what nobody refers to. A holding unused since `unused_before` is condemned, so that forms no longer accept it; one that was
-- condemned before `condemned_before` and is still unused goes, and its content with the last of its holders. Whoever was writing a
-- record when it was condemned has long finished by then. One node at a time does this, a few contents a transaction, since each
-- takes a lock of the server's. Answers how many contents went.
create function sweep_attachments(unused_before timestamptz, condemned_before timestamptz, as_of timestamptz, most int)
    returns int language plpgsql as $$
declare
    digest text;
    gone   oid;
    swept  int := 0;
begin
    if not pg_try_advisory_xact_lock(attachment_lock('sweep')) then
        return 0;
    end if;
    delete from attachment_holders h where not h.used and h.condemned_at < condemned_before;

    for digest in
        select a.sha256 from attachments a where not exists (select from attachment_holders h where h.sha256 = a.sha256)
        limit most
    loop
        -- Whoever uploads this very content now keeps it; the statement below sees who holds it once the lock is taken.
        continue when not pg_try_advisory_xact_lock(attachment_lock(digest));
        delete from attachments a
        where a.sha256 = digest and not exists (select from attachment_holders h where h.sha256 = digest) returning a.object into gone;
        if found then
            perform lo_unlink(gone);
            swept := swept + 1;
        end if;
    end loop;

    update attachment_holders h set condemned_at = as_of where not h.used and h.condemned_at is null and h.uploaded_at < unused_before;
    return swept;
end
$$;
