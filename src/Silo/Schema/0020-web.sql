-- A POST with an Idempotency-Key is done once in 24 hours; its answer is kept (encrypted by the node) and given again.
create table idempotency_keys (
    account      text        not null,
    path         text        not null,
    key          text        not null,
    content_hash bytea       not null,
    answer       bytea,
    created_at   timestamptz not null default clock_timestamp(),
    primary key (account, path, key)
);

create index idempotency_keys_created_at on idempotency_keys (created_at);

-- outcome: 'begun' (do it now), 'answered', 'in-progress', 'reused'.
create function begin_idempotent(the_account text, the_path text, the_key text, the_hash bytea, out outcome text, out answer bytea)
    language plpgsql as $$
declare
    known idempotency_keys;
begin
    -- A few old rows with every call keep the table small without a clean-up job.
    delete from idempotency_keys i where i.ctid in (
        select old.ctid from idempotency_keys old where old.created_at < now() - interval '24 hours' limit 20 for update skip locked);

    insert into idempotency_keys values (the_account, the_path, the_key, the_hash) on conflict do nothing;
    if found then
        outcome := 'begun';
        return;
    end if;

    select * into known from idempotency_keys i
    where i.account = the_account and i.path = the_path and i.key = the_key for update;
    if not found or known.created_at < now() - interval '24 hours'
        or (known.answer is null and known.created_at < now() - interval '1 minute' and known.content_hash = the_hash) then
        -- Expired, or the node that began it died before it had an answer.
        insert into idempotency_keys values (the_account, the_path, the_key, the_hash)
        on conflict (account, path, key) do update
            set content_hash = excluded.content_hash, answer = null, created_at = excluded.created_at;
        outcome := 'begun';
    elsif known.content_hash <> the_hash then
        outcome := 'reused';
    elsif known.answer is null then
        outcome := 'in-progress';
    else
        outcome := 'answered';
        answer := known.answer;
    end if;
end
$$;
