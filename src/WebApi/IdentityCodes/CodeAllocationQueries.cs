using System.Text.Json;
using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>Allocation in a list.</summary>
internal sealed record CodeAllocationItem
{
    public required string Id { get; init; }
    public required CreditCode Enterprise { get; init; }
    public required string EnterpriseName { get; init; }
    public required CodeSource Source { get; init; }
    public required string Layout { get; init; }
    public required IdentityCode Start { get; init; }
    public required IdentityCode End { get; init; }
    public required long Codes { get; init; }
    public string? ProductSerial { get; init; }
    public required DateTimeOffset AllocatedAt { get; init; }
    public required int Revision { get; init; }
}

/// <summary>What became of an allocation's codes.</summary>
internal sealed record CodeAllocationReport
{
    public required string Id { get; init; }
    public required IdentityCode Start { get; init; }
    public required IdentityCode End { get; init; }
    public required long Codes { get; init; }
    public required long Bound { get; init; }
    public required long Unbound { get; init; }
    public required long Frozen { get; init; }
    public required int Ranges { get; init; }
    public required int Batches { get; init; }

    /// <summary>Pairs of ranges that hold the same code: the database keeps this empty, and here one can see that it does.</summary>
    public required IReadOnlyList<JsonElement> Overlaps { get; init; }
}

internal sealed class CodeAllocationQueries(NpgsqlDataSource database)
{
    private const string ListSql = """
        select jsonb_strip_nulls(jsonb_build_object(
            'id', a.id, 'enterprise', a.enterprise, 'enterpriseName', e.name, 'source', a.source, 'layout', a.layout, 'start', a.start_code,
            'end', a.end_code, 'codes', a.codes, 'productSerial', a.product_serial, 'allocatedAt', a.allocated_at, 'revision', a.revision))
        from code_allocations a
        join enterprises e on e.credit_code = a.enterprise
        where ($1::text is null or a.enterprise = $1) and ($2::text is null or a.source = $2) and ($3::text is null or a.layout = $3)
            and ($4::text is null or (a.length = length($4) and a.start_code <= $4 and a.end_code >= $4))
            and ($5::timestamptz is null or (a.allocated_at, a.enterprise, a.id) < ($5, $6::text, $7::text))
        order by a.allocated_at desc, a.enterprise desc, a.id desc limit $8
        """;

    private const string ReportSql = """
        select jsonb_build_object(
            'id', a.id, 'start', a.start_code, 'end', a.end_code, 'codes', a.codes, 'bound', r.bound, 'unbound', a.codes - r.bound,
            'frozen', r.frozen, 'ranges', r.ranges, 'batches', r.batches, 'overlaps', r.overlaps)
        from code_allocations a
        cross join lateral (
            select count(*) as ranges, count(distinct c.batch) as batches,
                coalesce(sum(codes_between(
                    greatest(lower(c.span), lower(a.span)), least(upper(c.span), upper(a.span)), a.checked)), 0) as bound,
                coalesce(sum((
                    select sum(codes_between(lower(f), upper(f), a.checked))
                    from unnest(c.frozen * nummultirange(a.span)) f)) filter (where c.frozen_codes > 0), 0) as frozen,
                coalesce(jsonb_agg(jsonb_build_object('range', c.id, 'after', c.before)) filter (where c.before_end >= c.start_code), '[]')
                    as overlaps
            from (
                select *, lag(o.id) over w as before,
                    max(o.end_code) over (w rows between unbounded preceding and 1 preceding) as before_end
                from code_ranges o where o.place && a.place window w as (order by o.start_code)) c) r
        where a.enterprise = $1 and a.id = $2
        """;

    /// <summary>The last given out first; of one enterprise, or of all.</summary>
    public async Task<Page<CodeAllocationItem>> List(CreditCode? enterprise, AllocationFilter filter, Limit limit, Cursor cursor)
    {
        var items = await database.Read<CodeAllocationItem>(
            ListSql, enterprise?.Value, filter.Source?.Name, filter.Layout, filter.Code?.Value, cursor.Time(0), cursor[1], cursor[2],
            limit.Value + 1);
        return Page<CodeAllocationItem>.Of(items, limit, item => [Cursor.Text(item.AllocatedAt), item.Enterprise.Value, item.Id]);
    }

    public async Task<CodeAllocationReport> Report(CreditCode enterprise, string id) =>
        (await database.ReadOne<CodeAllocationReport>(ReportSql, enterprise.Value, id))!;
}
