-- Long work that a request began: who began it, how far it is, how it ended. Facts about work and nobody's decision, so a plain table
-- and no grain. Whatever the work itself stores is committed apart from this, and a job tells of it.

-- Each start of a node takes a number and holds an advisory lock under it as long as it lives, so that everybody can see which
-- jobs lost their node: no clock, no lease to renew, and a killed node is known as dead at once.
create sequence job_nodes as int;

create table jobs (
    id         uuid        primary key, -- version 7: in the order of time
    account    text        not null,
    kind       text        not null,
    content    bytea       not null,    -- the hash of route and file
    file_name  text        not null,
    node       int         not null,
    state      text        not null default 'queued'
        check (state in ('queued', 'running', 'done', 'failed', 'interrupted')),
    version    int         not null default 1,
    done       bigint      not null default 0,
    total      bigint,
    errors     bigint      not null default 0,
    report     jsonb,
    refusal    jsonb,
    queued_at  timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    ended_at   timestamptz
);

-- The same file by the same account to the same route is one job while that runs.
create unique index jobs_unfinished on jobs (account, kind, content) where ended_at is null;
create index jobs_account on jobs (account, id desc);
create index jobs_ended_at on jobs (ended_at);

create table job_errors (
    job       uuid   not null references jobs on delete cascade,
    number    bigint not null,
    row       int    not null,
    column_   text   not null,
    code      text   not null,
    arguments jsonb  not null,
    primary key (job, number)
);

create function job_node_lock() returns int language sql immutable as $$ select hashtext('job-nodes') $$;

-- Marks the unfinished jobs that nobody works on: of nodes that are gone, and of the node that asks those that it does not know (what
-- it has just begun it may not have told us of yet). The asking node's lock is not looked at: it may be on its way back after the database was away, while the work goes on. To be called
-- from another session than the one that holds that lock.
create function interrupt_orphaned_jobs(asking int, known uuid[]) returns void language sql as $$
    update jobs set state = 'interrupted', ended_at = clock_timestamp(), version = version + 1
    where ended_at is null and (
        (node = asking and id <> all (known) and queued_at < clock_timestamp() - interval '1 minute')
        or node in (
            select n.node from (select distinct j.node from jobs j where j.ended_at is null and j.node <> asking) n
            where pg_try_advisory_xact_lock(job_node_lock(), n.node)))
$$;

-- The job of this file: the one under way, or this new one.
create function begin_job(the_id uuid, the_account text, the_kind text, the_content bytea, the_file_name text, the_node int)
    returns uuid language plpgsql as $$
declare
    known uuid;
begin
    loop
        insert into jobs (id, account, kind, content, file_name, node)
        values (the_id, the_account, the_kind, the_content, the_file_name, the_node)
        on conflict (account, kind, content) where ended_at is null do nothing;
        if found then return the_id; end if;

        select j.id into known from jobs j
        where j.account = the_account and j.kind = the_kind and j.content = the_content and j.ended_at is null;
        if found then return known; end if;
    end loop;
end
$$;

create function describe_job(j jobs) returns jsonb language sql immutable as $$
    select jsonb_strip_nulls(jsonb_build_object('id', j.id, 'account', j.account, 'kind', j.kind, 'fileName', j.file_name,
        'state', j.state, 'version', j.version, 'done', j.done, 'total', j.total, 'errors', j.errors, 'queuedAt', j.queued_at,
        'startedAt', j.started_at, 'endedAt', j.ended_at)) || jsonb_build_object('report', j.report, 'refusal', j.refusal)
$$;
