-- Accounts by name, by role and scope, and by the hash of their mobile, which is one account's at most.
create table accounts (
    user_name     text        primary key,
    display_name  text        not null,
    masked_mobile text,
    mobile_hash   text,
    home_region   text,
    revision      int         not null,
    created_at    timestamptz not null,
    constraint accounts_mobile_hash unique (mobile_hash)
);

create table account_roles (
    user_name text not null references accounts on delete cascade,
    role      text not null,
    scope     text not null,
    primary key (user_name, role, scope)
);

create index account_roles_scope on account_roles (role, scope text_pattern_ops, user_name);

create function derive_account() returns trigger language plpgsql as $$
begin
    insert into accounts values (
        new.state ->> 'userName', new.state ->> 'displayName', new.state ->> 'maskedMobile', new.state ->> 'mobileHash',
        new.state ->> 'homeRegion', (new.state ->> 'revision')::int, (new.state ->> 'createdAt')::timestamptz)
    on conflict (user_name) do update set
        display_name = excluded.display_name, masked_mobile = excluded.masked_mobile, mobile_hash = excluded.mobile_hash,
        home_region = excluded.home_region, revision = excluded.revision;

    delete from account_roles r where r.user_name = new.state ->> 'userName';
    insert into account_roles
    select new.state ->> 'userName', granted ->> 'role', granted ->> 'scope' from jsonb_array_elements(new.state -> 'roles') granted;
    return null;
end
$$;

select add_grain_kind('account', true, 'derive_account');
select add_grain_kind('session');
select add_grain_kind('mobile-code', false);
select add_grain_kind('sms-outbox', false);
select add_grain_kind('device-key');

create function find_account_by_mobile(the_hash text) returns jsonb language sql stable as $$
    select jsonb_build_object('userName', user_name) from accounts where mobile_hash = the_hash
$$;

-- A grower registers under the name and number that the roster has.
create function find_registering_grower(the_id text) returns jsonb language sql stable as $$
    select jsonb_build_object('id', id, 'name', name) from growers where id = the_id
$$;
