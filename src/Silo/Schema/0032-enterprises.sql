-- Enterprises by credit code. Their names and districts are public facts; what they registered with is not.
create table enterprises (
    credit_code   text        primary key,
    name          text        not null,
    district      text        not null,
    registered_at timestamptz not null
);

create index enterprises_district on enterprises (district text_pattern_ops, credit_code);

create function derive_enterprise() returns trigger language plpgsql as $$
begin
    insert into enterprises values (
        substr(new.key, length('enterprise-') + 1), new.state ->> 'name', new.state ->> 'district',
        (new.state ->> 'registeredAt')::timestamptz)
    on conflict (credit_code) do update set name = excluded.name, district = excluded.district;
    return null;
end
$$;

select add_grain_kind('enterprise', after_write => 'derive_enterprise');

-- What answers to forms may point at, each in the file of its noun: the enterprise's own files, plots and lots among these ids.
create function known_attachments(enterprise text, asked text[]) returns jsonb language sql stable as $$ select '{}'::jsonb $$;
create function known_plots(enterprise text, asked text[]) returns jsonb language sql stable as $$ select '[]'::jsonb $$;
create function known_lots(enterprise text, asked text[]) returns jsonb language sql stable as $$ select '{}'::jsonb $$;

-- Those of an answer's references that exist: {"attachments": {sha256: media type}, "plots": [id], "lots": {id: kind of input}}.
create function find_known_references(enterprise text, attachments text[], plots text[], lots text[])
    returns jsonb language sql stable as $$
    select jsonb_build_object(
        'attachments', known_attachments(enterprise, attachments),
        'plots', known_plots(enterprise, plots),
        'lots', known_lots(enterprise, lots))
$$;
