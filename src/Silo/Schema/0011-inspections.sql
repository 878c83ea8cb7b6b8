-- Public inspection results by bale. They are bulk facts, not decisions (see the ADR): a file goes in by one transaction, all or
-- nothing, and its import stays as the witness of who brought what. A barcode may be inspected before its bale is known; nothing
-- refers to bales, so the two join whenever both are there.

create sequence inspection_import_ids;

create table inspection_imports (
    id               bigint      primary key,
    sha256           bytea       not null unique,
    file_name        text        not null,
    actor            text        not null,
    rows             int         not null, -- without the bad ones
    created          int         not null,
    changed          int         not null,
    unchanged        int         not null,
    unknown_barcodes int         not null,
    bad_rows         int         not null,
    imported_at      timestamptz not null default clock_timestamp()
);

create table inspections (
    barcode         text          primary key,
    batch           text,
    inspected_on    date,
    colour_grade    text          not null,
    length_mm       numeric(3, 1) not null,
    micronaire      numeric(2, 1) not null,
    strength        numeric(3, 1) not null,
    uniformity      numeric(4, 1) not null,
    ginning_quality text,
    foreign_fibre   text,
    rd              numeric(4, 1),
    plus_b          numeric(3, 1),
    impurity_pct    numeric(3, 1),
    short_fibre_pct numeric(3, 1),
    import          bigint        not null references inspection_imports deferrable initially deferred
);

-- What later imports corrected: the values before, the import that had brought them, and the one that replaced them.
create table replaced_inspections (
    like inspections,
    replaced_by bigint not null references inspection_imports deferrable initially deferred,
    primary key (barcode, replaced_by)
);

call make_append_only('inspection_imports');
call make_append_only('replaced_inspections');

create function describe_inspection_import(i inspection_imports, repeated boolean) returns jsonb language sql stable as $$
    select jsonb_build_object('import', i.id, 'rows', i.rows + i.bad_rows, 'badRows', i.bad_rows, 'created', i.created,
        'changed', i.changed, 'unchanged', i.unchanged, 'unknownBarcodes', i.unknown_barcodes, 'repeated', repeated)
$$;

-- The two ends of one import, around a COPY into inspections_staging, all in one transaction. The first answers the report of the
-- import that already brought this very file, if there is one; then there is nothing to do.
create function begin_inspections_import(file_sha256 bytea) returns jsonb language plpgsql as $$
begin
    -- One import at a time: two that name the same bales would otherwise lock each other up.
    perform pg_advisory_xact_lock(hashtext('inspections'));
    create temp table inspections_staging (like inspections) on commit drop;
    alter table inspections_staging drop column import;
    return (select describe_inspection_import(i, true) from inspection_imports i where i.sha256 = file_sha256);
end
$$;

create function finish_inspections_import(header jsonb) returns jsonb language plpgsql as $$
declare
    made   inspection_imports;
    stored int;
begin
    analyze inspections_staging;
    made.id := nextval('inspection_import_ids');
    made.rows := (select count(*) from inspections_staging);

    insert into replaced_inspections
    select i.*, made.id
    from inspections i
    join inspections_staging s using (barcode)
    where row(s.*) is distinct from row(i.barcode, i.batch, i.inspected_on, i.colour_grade, i.length_mm, i.micronaire, i.strength,
        i.uniformity, i.ginning_quality, i.foreign_fibre, i.rd, i.plus_b, i.impurity_pct, i.short_fibre_pct);
    get diagnostics made.changed = row_count;

    delete from inspections i using replaced_inspections r where r.replaced_by = made.id and i.barcode = r.barcode;
    insert into inspections select s.*, made.id from inspections_staging s on conflict do nothing;
    get diagnostics stored = row_count;

    insert into inspection_imports values (
        made.id, decode(header ->> 'sha256', 'hex'), header ->> 'fileName', header ->> 'actor', made.rows, stored - made.changed,
        made.changed, made.rows - stored,
        (select count(*) from inspections_staging s where not exists (select from bales b where b.barcode = s.barcode)),
        (header ->> 'badRows')::int)
    returning * into made;
    return describe_inspection_import(made, false);
end
$$;

create function describe_inspection(i inspections) returns jsonb language sql stable as $$
    select case when i.barcode is not null then jsonb_build_object('barcode', i.barcode, 'batch', i.batch,
        'inspectedOn', i.inspected_on, 'colourGrade', i.colour_grade, 'lengthMm', i.length_mm, 'micronaire', i.micronaire,
        'strength', i.strength, 'uniformity', i.uniformity, 'ginningQuality', i.ginning_quality, 'foreignFibre', i.foreign_fibre,
        'rd', i.rd, 'plusB', i.plus_b, 'impurityPct', i.impurity_pct, 'shortFibrePct', i.short_fibre_pct, 'import', i.import) end
$$;
