-- Divisions, regiments and companies. The code is its own path, so everything below a region is one range of codes.
create table regions (
    code   text primary key,
    parent text references regions,
    name   text not null,
    kind   text not null check (kind in ('division', 'regiment', 'company'))
);

create index regions_parent on regions (parent, code);

create function derive_region() returns trigger language plpgsql as $$
declare
    region text := substr(new.key, length('region-') + 1);
begin
    insert into regions values (
        region,
        case when length(region) > 2 then left(region, length(region) - 4) end,
        new.state ->> 'name',
        case length(region) when 2 then 'division' when 6 then 'regiment' else 'company' end)
    on conflict (code) do update set name = excluded.name;
    return null;
end
$$;

select add_grain_kind('region', after_write => 'derive_region');
