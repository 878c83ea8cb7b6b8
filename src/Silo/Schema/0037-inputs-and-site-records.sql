-- Inputs (物资): what an enterprise buys in lots and uses up. The stock of a lot is what was purchased less what was used (SR2), and the
-- constraint input_lots_stock keeps it from going below zero, whoever draws at once: each draw updates the lot's row, and so waits.
create table inputs (
    enterprise text        not null,
    id         text        not null,
    kind       text        not null,
    name       text        not null,
    unit       text        not null,
    words      text        not null,
    retired    boolean     not null,
    revision   int         not null,
    changed_at timestamptz not null,
    -- Of pesticides, what their label allows.
    toxicity   text,
    most_uses  numeric,
    primary key (enterprise, id)
);

create table input_lots (
    enterprise   text           not null,
    id           text           not null,
    item         text           not null,
    lot_number   text,
    words        text           not null,
    purchased_on date           not null,
    valid_until  date,
    quantity     numeric(18, 3) not null,
    used         numeric(18, 3) not null default 0,
    retired      boolean        not null,
    revision     int            not null,
    changed_at   timestamptz    not null,
    primary key (enterprise, id),
    foreign key (enterprise, item) references inputs,
    constraint input_lots_stock check (used between 0 and quantity)
);

create index input_lots_item on input_lots (enterprise, item, id);
create index input_lots_purchase on input_lots (enterprise, purchased_on, id);
create index input_lots_validity on input_lots (enterprise, valid_until, id);

-- Which record took how much of which lot. A source is the key of the grain that holds the record; where a grain holds many records, the
-- record's id follows after a slash. `used_on` is the day that the record tells of.
create table input_uses (
    source     text           not null,
    enterprise text           not null,
    lot        text           not null,
    quantity   numeric(18, 3) not null check (quantity > 0),
    used_on    date           not null,
    holder     text           not null generated always as (split_part(source, '/', 1)) stored,
    primary key (source, lot),
    foreign key (enterprise, lot) references input_lots
);

create index input_uses_holder on input_uses (holder);
create index input_uses_lot on input_uses (enterprise, lot, used_on, source);
create index input_uses_day on input_uses (enterprise, used_on, source, lot);

-- Decisions of many records are committed together, each with draws of its own, so that the order of lots within one draw is not enough:
-- two commits of several draws could hold what the other waits for. Whatever touches stock waits here first.
create function lock_stock() returns void language sql as $$ select pg_advisory_xact_lock(hashtextextended('stock', 37)) $$;

-- What is wanted of each lot, and what the source holds of it already. Items that name no lot or no quantity want nothing: only drafts
-- have them. More than a million million is as good as that much: no lot has it.
create function uses_wanted(source text, enterprise text, uses jsonb)
    returns table (lot text, wanted numeric, held numeric) language sql stable as $$
    select coalesce(w.lot, h.lot), coalesce(w.quantity, 0), coalesce(h.quantity, 0)
    from (
        select u.item ->> 'lot' as lot, least(sum(round(q.quantity, 3)), 1000000000000) as quantity
        from jsonb_array_elements(case jsonb_typeof(uses) when 'array' then uses else '[]' end) u (item)
        cross join lateral (
            select case jsonb_typeof(u.item -> 'quantity') when 'number' then (u.item ->> 'quantity')::numeric else 0 end) q (quantity)
        where jsonb_typeof(u.item -> 'lot') = 'string' and round(q.quantity, 3) > 0
        group by 1) w
    full join (
        select i.lot, i.quantity from input_uses i
        where i.source = uses_wanted.source and i.enterprise = uses_wanted.enterprise) h on h.lot = w.lot
    order by 1
$$;

-- Makes the uses of a source equal to [{"lot", "quantity"}]; [] or null gives everything back. Called by the trigger of the record's kind,
-- in the record's own transaction.
-- Raises check violations: input_lots_stock when a lot would go below zero, input_lots_retired when more is taken of a retired lot,
-- input_uses_lot when the enterprise has no such lot.
create function draw_inputs(source text, enterprise text, uses jsonb, used_on date default null) returns void language plpgsql as $$
#variable_conflict use_variable
declare
    -- A day of China: that is what records tell of.
    day      date := coalesce(used_on, (now() at time zone 'Asia/Shanghai')::date);
    line     record;
    retired  boolean;
begin
    -- What a source holds changes with its own record alone, so most records need not wait to know that they touch no stock.
    if exists (select from uses_wanted(source, enterprise, uses) w where w.wanted <> w.held) then
        perform lock_stock();
    end if;
    for line in select w.lot, w.wanted, w.held from uses_wanted(source, enterprise, uses) w loop
        if line.wanted <> line.held then
            update input_lots l set used = l.used + line.wanted - line.held where l.enterprise = enterprise and l.id = line.lot
            returning l.retired into retired;
            if not found then
                raise exception 'no lot % of %', line.lot, enterprise using errcode = 'check_violation', constraint = 'input_uses_lot';
            elsif retired and line.wanted > line.held then
                raise exception 'lot % is retired', line.lot using errcode = 'check_violation', constraint = 'input_lots_retired';
            end if;
        end if;
        if line.wanted = 0 then
            delete from input_uses u where u.source = source and u.lot = line.lot;
        else
            insert into input_uses values (source, enterprise, line.lot, line.wanted, day)
            on conflict on constraint input_uses_pkey do update set quantity = excluded.quantity, used_on = excluded.used_on;
        end if;
    end loop;
end
$$;

-- Why such a draw was refused: the first lot that is unknown, retired or short of what is asked,
-- {"lot", "item" (its name; null when the lot is unknown), "asked", "left", "retired"}. When nothing is in the way any more, because
-- somebody gave back what was missing, the first lot that more was asked of.
create function find_refused_draw(source text, enterprise text, uses text) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'lot', w.lot, 'item', i.name, 'asked', trim_scale(w.wanted), 'left', trim_scale(l.quantity - l.used + w.held),
        'retired', l.retired)
    from uses_wanted(source, enterprise, uses::jsonb) w
    left join input_lots l on l.enterprise = find_refused_draw.enterprise and l.id = w.lot
    left join inputs i on i.enterprise = l.enterprise and i.id = l.item
    where w.wanted > w.held
    order by l.id is null or l.retired or l.quantity - l.used < w.wanted - w.held desc, w.lot
    limit 1
$$;

-- Lots that answers may name, each with the kind of its input.
create or replace function known_lots(enterprise text, asked text[]) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(l.id, i.kind), '{}')
    from input_lots l
    join inputs i on i.enterprise = l.enterprise and i.id = l.item
    where l.enterprise = known_lots.enterprise and l.id = any (asked)
$$;

-- What a search may find in answers: every text of a field, or of a field of a row, but nothing that is kept encrypted and no file.
create function answer_words(answers jsonb) returns text language sql immutable as $$
    select coalesce(string_agg(w.word #>> '{}', ' '), '')
    from (
        select f.value from jsonb_each(answers) f
        union all
        select c.value
        from jsonb_each(answers) f
        cross join lateral jsonb_array_elements(case jsonb_typeof(f.value) when 'array' then f.value else '[]' end) r (item)
        cross join lateral jsonb_each(
            case when jsonb_typeof(r.item) = 'object' and not r.item ?| '{sha256,lot}' then r.item else '{}' end) c
    ) w (word)
    where jsonb_typeof(w.word) = 'string'
$$;

create function derive_input() returns trigger language plpgsql as $$
declare
    owner   text  := substr(new.key, length('input-') + 1, 18);
    item_id text  := substr(new.key, length('input-') + 20);
    answers jsonb := new.state -> 'answers';
begin
    perform lock_stock();
    insert into inputs values (
        owner, item_id, substr(new.state ->> 'form', length('input-') + 1), answers ->> 'name', answers ->> 'unit', answer_words(answers),
        new.state ? 'retired', (new.state ->> 'revision')::int, new.changed_at, answers ->> 'toxicity',
        case jsonb_typeof(answers -> 'mostApplications') when 'number' then (answers ->> 'mostApplications')::numeric end)
    on conflict (enterprise, id) do update set toxicity = excluded.toxicity, most_uses = excluded.most_uses, name = excluded.name, unit = excluded.unit, words = excluded.words,
        retired = excluded.retired, revision = excluded.revision, changed_at = excluded.changed_at;

    -- The lock above lets no first lot come between.
    if tg_op = 'UPDATE' and old.state -> 'answers' ->> 'unit' is distinct from answers ->> 'unit'
        and exists (select from input_lots l where l.enterprise = owner and l.item = item_id) then
        raise exception 'lots of % are counted in its unit', item_id using errcode = 'check_violation', constraint = 'input_unit_in_use';
    end if;
    return null;
end
$$;

create function derive_input_lot() returns trigger language plpgsql as $$
declare
    owner   text  := substr(new.key, length('lot-') + 1, 18);
    answers jsonb := new.state -> 'answers';
begin
    perform lock_stock();
    insert into input_lots (enterprise, id, item, lot_number, words, purchased_on, valid_until, quantity, retired, revision, changed_at)
    values (
        owner, substr(new.key, length('lot-') + 20), new.state ->> 'item', answers ->> 'lotNumber', answer_words(answers),
        coalesce((answers ->> 'purchasedOn')::date, ((new.state -> 'created' ->> 'at')::timestamptz at time zone 'Asia/Shanghai')::date),
        (answers ->> 'validUntil')::date, (answers ->> 'quantity')::numeric, new.state ? 'retired', (new.state ->> 'revision')::int,
        new.changed_at)
    on conflict (enterprise, id) do update set lot_number = excluded.lot_number, words = excluded.words,
        purchased_on = excluded.purchased_on, valid_until = excluded.valid_until, quantity = excluded.quantity, retired = excluded.retired,
        revision = excluded.revision, changed_at = excluded.changed_at;
    return null;
end
$$;

select add_grain_kind('input', after_write => 'derive_input');
select add_grain_kind('input-lot', after_write => 'derive_input_lot');

-- {"used"} of a lot.
create function find_lot_use(enterprise text, lot text) returns jsonb language sql stable as $$
    select jsonb_build_object('used', trim_scale(l.used)) from input_lots l where l.enterprise = find_lot_use.enterprise and l.id = lot
$$;

-- The first of these lots that was no longer valid on that day: {"lot", "item" (its name), "validUntil"}.
create function find_expired_lot(enterprise text, lots text[], day date) returns jsonb language sql stable as $$
    select jsonb_build_object('lot', l.id, 'item', i.name, 'validUntil', l.valid_until)
    from input_lots l
    join inputs i on i.enterprise = l.enterprise and i.id = l.item
    where l.enterprise = find_expired_lot.enterprise and l.id = any (lots) and l.valid_until < day
    order by l.id
    limit 1
$$;

-- Site records: internal management (内部管理), tests (检测信息), issues of inputs (领用). Of tests and issues the batch that they name; of
-- health checks whose, until when valid and whether fit, which is all that a summary needs.
create table site_records (
    enterprise  text        not null,
    id          text        not null,
    form        text        not null,
    state       text        not null,
    day         date        not null,
    words       text        not null,
    batch       text,
    person      text,
    valid_until date,
    fit         boolean,
    revision    int         not null,
    changed_at  timestamptz not null,
    primary key (enterprise, id)
);

create index site_records_day on site_records (enterprise, day, id);
create index site_records_form on site_records (enterprise, form, day, id);
create index site_records_batch on site_records (enterprise, batch) where batch is not null;
create index site_records_person on site_records (enterprise, person, day, id) where form = 'health-check';

create function derive_site_record() returns trigger language plpgsql as $$
declare
    owner     text    := substr(new.key, length('site-') + 1, 18);
    answers   jsonb   := new.state -> 'answers';
    stands    boolean := new.state ->> 'state' = 'submitted';
    -- A draft that names no day stands where it was begun.
    day       date    := coalesce(
        (new.state ->> 'day')::date, ((new.state -> 'created' ->> 'at')::timestamptz at time zone 'Asia/Shanghai')::date);
    is_health boolean := stands and new.state ->> 'form' = 'health-check';
begin
    insert into site_records values (
        owner, substr(new.key, length('site-') + 20), new.state ->> 'form', new.state ->> 'state', day, answer_words(answers), answers ->> 'batch',
        -- The number tells people of one name apart; who gave none is told by the name.
        case when is_health then coalesce(answers -> 'idNumber' ->> 'hash', answers ->> 'name') end,
        case when is_health then (answers ->> 'validUntil')::date end, case when is_health then answers ->> 'result' = 'fit' end,
        (new.state ->> 'revision')::int, new.changed_at)
    on conflict (enterprise, id) do update set state = excluded.state, day = excluded.day, words = excluded.words,
        batch = excluded.batch, person = excluded.person, valid_until = excluded.valid_until, fit = excluded.fit, revision = excluded.revision,
        changed_at = excluded.changed_at;

    if answers ? 'inputs' or (tg_op = 'UPDATE' and old.state -> 'answers' ? 'inputs') then
        perform draw_inputs(new.key, owner, case when stands then answers -> 'inputs' end, day);
    end if;
    return null;
end
$$;

select add_grain_kind('site-record', after_write => 'derive_site_record');

-- What may be told of the staff's health, and nothing else (PB4): of each person the newest submitted check counts. Valid and expired
-- are the whole staff; expiring are those of the valid whose certificate ends within thirty days; who is not fit has no valid one.
create function staff_health(enterprise text, today date) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'staff', count(*), 'valid', count(*) filter (where s.valid), 'expired', count(*) filter (where not s.valid),
        'expiring', count(*) filter (where s.valid and s.valid_until < today + 30))
    from (
        select distinct on (r.person) coalesce(r.fit and r.valid_until >= today, false) as valid, r.valid_until
        from site_records r
        where r.enterprise = staff_health.enterprise and r.form = 'health-check' and r.person is not null
        order by r.person, r.day desc, r.id desc) s
$$;
