namespace Suyuan.Interchange;

/// <summary>What traces ask of the database: each one statement, however many batches there are.</summary>
internal static class BatchFactSql
{
    // A draft may hold any figure, also one that no weight is.
    private const string Figures = """
        cross join lateral (select
            coalesce(answered_number(r.record, 'quantity'), answered_number(r.record, 'netKg'), answered_number(r.record, 'count')),
            answered_number(r.record, 'inputQuantity'), answered_number(r.record, 'outputQuantity'),
            coalesce(r.record -> 'answers' ->> 'unit', 'kg'),
            coalesce(r.record -> 'answers' ->> 'buyer', r.record -> 'answers' ->> 'gin')) a (quantity, input, output, unit, buyer)
        """;

    /// <summary>Of the enterprise $1 the batches $2 and the lots $3.</summary>
    public const string Facts = $"""
        with filed as (
            select f.id, f.kind, f.title, f.state, f.certificate, b.number
            from batches b
            join filings f on f.enterprise = b.enterprise and (f.id = b.product_filing
                or f.state in ('issued', 'expired', 'revoked') and (f.kind = 'enterprise'
                    or f.kind in ('supplyCapacity', 'productionCapacity') and files_product(f.title, b.product)))
            where b.enterprise = $1 and b.number = any ($2)),
        uses as (
            select substr(u.holder, 26) as batch, split_part(u.source, '/', 2) as record, u.lot, u.quantity, u.used_on, u.source
            from input_uses u
            where u.holder = any (array(select 'batch-' || $1 || '-' || n from unnest($2) n)) and u.enterprise = $1
            union all
            select named_batch(s.batch), s.id, u.lot, u.quantity, u.used_on, u.source
            from site_records s
            join input_uses u on u.holder = 'site-' || s.enterprise || '-' || s.id
            where s.enterprise = $1 and s.batch is not null and named_batch(s.batch) = any ($2))
        select jsonb_strip_nulls(jsonb_build_object(
            'batches', (
                select coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'product', b.product, 'state', b.state,
                    'filings', (select coalesce(jsonb_agg(f.id order by f.id), '[]') from filed f where f.number = b.number),
                    'zone', b.zone, 'zoneName', coalesce(z.name, b.zone), 'plots', (
                        select coalesce(jsonb_agg(jsonb_build_object(
                            'code', p.id, 'name', p.name, 'areaMu', coalesce(p.area_mu, 0)) order by p.id), '[]')
                        from plots_of_enterprises p where p.enterprise = b.enterprise and p.id = any (b.plots)))
                    order by b.number), '[]')
                from batches b
                left join production_zones z on z.enterprise = b.enterprise and z.id = b.zone
                where b.enterprise = $1 and b.number = any ($2)),
            'filings', (
                select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'title', f.title, 'state', f.state,
                    'certificate', f.certificate) order by f.id), '[]')
                from (select distinct id, kind, title, state, certificate from filed) f),
            'lots', (
                select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'lotNumber', l.lot_number, 'item', l.item, 'itemName', i.name,
                    'unit', i.unit, 'quantity', l.quantity, 'supplier', bought.state -> 'answers' ->> 'supplier',
                    'maker', coalesce(bought.state -> 'answers' ->> 'maker', listed.state -> 'answers' ->> 'maker')) order by l.id), '[]')
                from input_lots l
                join inputs i on i.enterprise = l.enterprise and i.id = l.item
                left join grain_state bought on bought.kind = 'input-lot' and bought.key = 'lot-' || l.enterprise || '-' || l.id
                left join grain_state listed on listed.kind = 'input' and listed.key = 'input-' || i.enterprise || '-' || i.id
                where l.enterprise = $1 and l.id = any (array(select u.lot from uses u) || $3::text[])),
            'uses', (
                select coalesce(jsonb_agg(jsonb_build_object('batch', u.batch, 'record', u.record, 'lot', u.lot, 'quantity', u.quantity)
                    order by u.used_on, u.source, u.lot), '[]')
                from uses u),
            'records', (
                select coalesce(jsonb_agg(jsonb_build_object('batch', r.batch, 'id', r.id, 'stage', r.stage, 'state', r.state,
                    'occurredOn', r.occurred_on, 'unit', a.unit, 'buyer', a.buyer,
                    'quantity', case when abs(a.quantity) < 1e15 then a.quantity end,
                    'input', case when abs(a.input) < 1e15 then a.input end,
                    'output', case when abs(a.output) < 1e15 then a.output end)
                    order by r.occurred_on, r.created_at, r.id), '[]')
                from stage_records r
                {Figures}
                where r.enterprise = $1 and r.batch = any ($2)),
            'codes', (
                select coalesce(jsonb_agg(jsonb_build_object('batch', c.batch, 'id', c.id, 'start', c.start_code, 'end', c.end_code,
                    'codes', c.codes, 'frozenCodes', c.frozen_codes, 'checked', c.checked, 'boundAt', c.bound_at)
                    order by c.length, c.start_code), '[]')
                from code_ranges c where c.enterprise = $1 and c.batch = any ($2))))
        """;

    /// <summary>
    /// Of the enterprise $1 the batches $2 summed up, with what each took of the lot $3. A lot may have gone into thousands of batches with
    /// tens of thousands of ranges: what is summed up has an index of its own, as integers, and text is built faster than jsonb. Without $4
    /// codes are not summed up.
    /// </summary>
    public const string Touched = $"""
        select json_strip_nulls(json_build_object(
            'batches', (
                select coalesce(json_agg(json_build_object('number', b.number, 'product', b.product, 'state', b.state,
                    'used', trim_scale(u.quantity), 'records', b.records, 'ranges', c.ranges, 'codes', coalesce(c.codes, 0),
                    'frozenCodes', coalesce(c.frozen, 0)) order by b.number), '[]')
                from batches b
                left join (
                    select u.batch, sum(u.quantity) as quantity from uses_of_lot($1, $3) u group by u.batch) u on u.batch = b.number
                left join lateral (
                    select count(*) as ranges, sum(r.codes::int) as codes, sum(r.frozen_codes::int) as frozen
                    from code_ranges r where $4 and r.enterprise = b.enterprise and r.batch = b.number
                    having $4) c on true
                where b.enterprise = $1 and b.number = any ($2)),
            'sales', (
                select coalesce(json_agg(json_build_object('batch', r.batch, 'soldOn', r.occurred_on, 'buyer', a.buyer,
                    'quantity', case when abs(a.quantity) < 1e15 then trim_scale(a.quantity) end, 'unit', a.unit)
                    order by r.batch, r.occurred_on, r.id), '[]')
                from stage_records r
                {Figures}
                where r.enterprise = $1 and r.batch = any ($2) and r.stage in ('sale', 'delivery') and a.buyer is not null)))
        """;

    public const string Thing = """
        select jsonb_build_object('kind', t.kind, 'id', t.id, 'label', t.label) from (
            select 'batch', b.number, b.product from batches b where b.enterprise = $1 and b.number = $2
            union all
            select 'inputLot', l.id, coalesce(l.lot_number, i.name)
            from input_lots l join inputs i on i.enterprise = l.enterprise and i.id = l.item where l.enterprise = $1 and l.id = $2
            union all
            select 'plot', p.id, p.name from plots_of_enterprises p where p.enterprise = $1 and p.id = $2
            union all
            select 'zone', z.id, z.name from production_zones z where z.enterprise = $1 and z.id = $2
            union all
            select 'filing', f.id, coalesce(f.certificate, f.title) from filings f where f.enterprise = $1 and f.id = $2
            ) t (kind, id, label)
        limit 1
        """;

    public const string Codes = """
        select jsonb_build_object('batch', c.batch, 'id', c.id, 'start', c.start_code, 'end', c.end_code, 'codes', c.codes,
            'frozenCodes', c.frozen_codes, 'checked', c.checked, 'boundAt', c.bound_at,
            'freezes', coalesce(nullif(g.state -> 'freezes', 'null'), '[]'))
        from code_ranges c
        left join grain_state g on g.kind = 'code-range' and g.key = 'code-range-' || c.enterprise || '-' || c.id
        where c.enterprise = $1 and c.batch = $2
        order by c.length, c.start_code
        """;

    public const string Tests = """
        select jsonb_build_object('id', s.id, 'revision', s.revision, 'day', s.day, 'reportNo', g.state -> 'answers' ->> 'reportNo',
            'laboratory', g.state -> 'answers' ->> 'laboratory', 'conclusion', g.state -> 'answers' ->> 'conclusion')
        from site_records s
        join grain_state g on g.kind = 'site-record' and g.key = 'site-' || s.enterprise || '-' || s.id
        where s.enterprise = $1 and s.batch is not null and named_batch(s.batch) = $2 and s.form = 'test-report' and s.state = 'submitted'
        order by s.day, s.id
        """;

    /// <summary>Of the enterprise $1 the days of the sensors in its zone $2, from $3 to $4.</summary>
    public const string SensorDays = """
        select jsonb_build_object('sensor', s.id, 'day', d.day, 'figures', jsonb_agg(jsonb_build_object('quantity', q.quantity,
            'min', trim_scale(d.min_value), 'max', trim_scale(d.max_value),
            'mean', trim_scale(round(d.sum_value / (d.readings - d.out_of_range), 4))) order by q.number))
        from sensors s
        join sensor_series q on q.sensor = s.id
        join sensor_days d on d.series = q.number
        where s.enterprise = $1 and s.zone = $2 and d.day between $3 and $4 and d.readings > d.out_of_range
        group by s.id, d.day
        order by d.day, s.id
        """;

    /// <summary>Of the enterprise $1 the ranges of all batches that the lot $2 touched, after batch $3, length $4 and code $5.</summary>
    public const string RecalledCodes = """
        select jsonb_build_object('batch', c.batch, 'range', c.id, 'start', c.start_code, 'end', c.end_code, 'codes', c.codes,
            'frozenCodes', c.frozen_codes, 'revision', c.revision,
            'freezes', format('/api/v1/enterprises/%s/batches/%s/code-ranges/%s/freezes', c.enterprise, c.batch, c.id))
        from (select t from batches_touched($1, 'inputLot', $2) t where $3::text is null or t >= $3 order by t) touched (batch)
        cross join lateral (
            select r.* from code_ranges r
            where r.enterprise = $1 and r.batch = touched.batch
                and ($3::text is null or (r.batch, r.length, r.start_code) > ($3, $4::int, $5::text collate "C"))
            order by r.length, r.start_code limit $6) c
        order by touched.batch, c.length, c.start_code limit $6
        """;
}
