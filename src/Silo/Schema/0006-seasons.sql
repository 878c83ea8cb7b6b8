-- The policies that were ever put; a season without a row has the defaults.
create table seasons (
    season int     primary key,
    policy jsonb   not null,
    closed boolean not null
);

create function derive_season() returns trigger language plpgsql as $$
begin
    insert into seasons values (
        substr(new.key, length('season-') + 1)::int, new.state -> 'policy', (new.state -> 'policy' ->> 'closed')::boolean)
    on conflict (season) do update set policy = excluded.policy, closed = excluded.closed;
    return null;
end
$$;

select add_grain_kind('season', after_write => 'derive_season');
