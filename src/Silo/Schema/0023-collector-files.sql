-- The collection files that lines took: a number is one content.
create table collection_files (
    gin            text        not null,
    line           int         not null,
    number         int         not null,
    sha256         text        not null,
    first_sequence bigint      not null,
    last_sequence  bigint      not null,
    count          int         not null,
    made_at        timestamptz not null,
    taken_at       timestamptz not null,
    taken_by       text        not null,
    primary key (gin, line, number)
);

create function derive_collector_files() returns trigger language plpgsql as $$
declare
    s    jsonb := new.state;
    file jsonb := s -> 'taken';
begin
    if file is null or file = 'null'::jsonb then return null; end if;
    insert into collection_files values (
        s ->> 'gin', (s ->> 'line')::int, (file ->> 'number')::int, file ->> 'sha256', (file ->> 'firstSequence')::bigint,
        (file ->> 'lastSequence')::bigint, (file ->> 'count')::int, (file ->> 'madeAt')::timestamptz,
        (file ->> 'takenAt')::timestamptz, file ->> 'takenBy');
    return null;
end
$$;

select add_grain_kind('collector-files', after_write => 'derive_collector_files');

create function find_collection_file(gin text, line int, number int) returns jsonb language sql stable as $$
    select jsonb_build_object('number', f.number, 'sha256', f.sha256, 'firstSequence', f.first_sequence,
        'lastSequence', f.last_sequence, 'count', f.count, 'madeAt', f.made_at, 'takenAt', f.taken_at, 'takenBy', f.taken_by)
    from collection_files f
    where f.gin = find_collection_file.gin and f.line = find_collection_file.line and f.number = find_collection_file.number
$$;

-- What became of each row of an uploaded collection file, as long as its job is kept. The truth is in line_events; this is the
-- answer to one upload, with the refusals that leave no trace at the line: a gap, a number used before, a sequence nobody can read.
create table collection_uploads (
    upload uuid primary key references jobs on delete cascade,
    gin    text not null,
    line   int  not null,
    number int  not null
);

create table collection_report (
    upload   uuid not null references collection_uploads on delete cascade,
    row_     int  not null,
    sequence bigint,
    kind     text not null,
    subject  text not null,
    answer   jsonb,
    refusal  jsonb,
    primary key (upload, row_)
);
