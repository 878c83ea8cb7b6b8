using Npgsql;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Interchange;

/// <summary>Reads what stands behind batches and what came of them; whoever asks was let in before.</summary>
internal sealed class BatchFactQueries(NpgsqlDataSource database)
{
    // A draft may hold any figure, also one that no weight is.
    private const string Facts = """
        select jsonb_strip_nulls(jsonb_build_object(
            'batches', (
                select coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'product', b.product, 'state', b.state,
                    'productFiling', b.product_filing, 'zone', b.zone, 'zoneName', coalesce(z.name, b.zone), 'plots', (
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
                from filings f
                where f.enterprise = $1 and (f.kind = 'enterprise' and f.state in ('issued', 'expired', 'revoked') or f.id in (
                    select b.product_filing from batches b where b.enterprise = $1 and b.number = any ($2)))),
            'uses', (
                select coalesce(jsonb_agg(jsonb_build_object('batch', substr(u.holder, 26), 'record', split_part(u.source, '/', 2),
                    'lot', u.lot, 'lotNumber', l.lot_number, 'item', l.item, 'itemName', i.name, 'unit', i.unit, 'quantity', u.quantity,
                    'lotQuantity', l.quantity, 'usedOn', u.used_on) order by u.used_on, u.source, u.lot), '[]')
                from input_uses u
                join input_lots l on l.enterprise = u.enterprise and l.id = u.lot
                join inputs i on i.enterprise = l.enterprise and i.id = l.item
                where u.holder = any (array(select 'batch-' || $1 || '-' || n from unnest($2) n)) and u.enterprise = $1),
            'records', (
                select coalesce(jsonb_agg(jsonb_build_object('batch', r.batch, 'id', r.id, 'stage', r.stage, 'occurredOn', r.occurred_on,
                    
                    'quantity', case when abs(a.quantity) < 1e15 then a.quantity end,
                    'unit', coalesce(r.record -> 'answers' ->> 'unit', 'kg'),
                    'input', case when abs(a.input) < 1e15 then a.input end,
                    'output', case when abs(a.output) < 1e15 then a.output end,
                    'buyer', coalesce(r.record -> 'answers' ->> 'buyer', r.record -> 'answers' ->> 'gin'))
                    order by r.occurred_on, r.created_at, r.id), '[]')
                from stage_records r
                cross join lateral (select
                    coalesce(
                        answered_number(r.record, 'quantity'), answered_number(r.record, 'netKg'), answered_number(r.record, 'count')),
                    answered_number(r.record, 'inputQuantity'), answered_number(r.record, 'outputQuantity')) a (quantity, input, output)
                where r.enterprise = $1 and r.batch = any ($2)),
            'codes', (
                select coalesce(jsonb_agg(jsonb_build_object('batch', c.batch, 'id', c.id, 'start', c.start_code, 'end', c.end_code,
                    'codes', c.codes, 'frozenCodes', c.frozen_codes, 'boundAt', c.bound_at, 'changedAt', c.changed_at,
                    'revision', c.revision) order by c.length, c.start_code), '[]')
                from code_ranges c where c.enterprise = $1 and c.batch = any ($2))))
        """;

    // Uses outside a batch's records name the batch by what was typed.
    private const string Touched = """
        select to_jsonb(t.number) from (
            select substr(u.holder, 26) from input_uses u
            where u.enterprise = $1 and u.lot = $2 and u.source like 'batch-%'
            union
            select b.number from input_uses u
            join site_records s on s.enterprise = u.enterprise and s.id = substr(u.holder, 25)
            join batches b on b.enterprise = s.enterprise and b.number = s.batch
            where u.enterprise = $1 and u.lot = $2 and u.source like 'site-%') t (number)
        order by 1
        """;

    public async Task<BatchFacts> Of(CreditCode enterprise, IEnumerable<string> batches) =>
        await database.ReadOne<BatchFacts>(Facts, enterprise.Value, batches.ToArray()) ?? new();

    /// <summary>The batches that a lot went into.</summary>
    public Task<List<string>> TouchedBy(CreditCode enterprise, string lot) => database.Read<string>(Touched, enterprise.Value, lot);

    /// <summary>The batch that a code is bound to.</summary>
    public Task<BoundCode?> Bound(string code) => database.ReadOne<BoundCode>(
        "select jsonb_build_object('enterprise', r.enterprise, 'batch', r.batch, 'range', r.id) from find_code_range($1) r", code);
}

/// <summary>Where a code is bound.</summary>
internal sealed record BoundCode(CreditCode Enterprise, BatchNumber Batch, string Range);
