-- Who exported which list and when (SC4). Written before the first row leaves, so the count of rows is not known.
create table exports (
    id          bigint      generated always as identity primary key,
    account     text        not null,
    role        text        not null,
    scope       text        not null,
    path        text        not null,
    query       text        not null,
    format      text        not null,
    exported_at timestamptz not null default clock_timestamp()
);

create index exports_account on exports (account, id);

call make_append_only('exports');
