using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>Bound range in a list.</summary>
internal sealed record CodeRangeItem
{
    public required string Id { get; init; }
    public required string Batch { get; init; }
    public required IdentityCode Start { get; init; }
    public required IdentityCode End { get; init; }
    public required long Codes { get; init; }
    public required long Frozen { get; init; }
    public required bool Checked { get; init; }
    public required DateTimeOffset BoundAt { get; init; }
    public required int Revision { get; init; }
}

internal sealed class CodeRangeQueries(NpgsqlDataSource database)
{
    private const string Row = """
        select jsonb_build_object(
            'id', r.id, 'batch', r.batch, 'start', r.start_code, 'end', r.end_code, 'codes', r.codes, 'frozen', r.frozen_codes,
            'checked', r.checked, 'boundAt', r.bound_at, 'revision', r.revision)
        from code_ranges r
        """;

    private const string ListSql = $"""
        {Row}
        where r.enterprise = $1 and ($2::text is null or r.batch = $2) and ($3::boolean is null or (r.frozen_codes > 0) = $3)
            and ($4::text is null or (r.length = length($4) and r.start_code <= $4 and r.end_code >= $4))
            and ($5::int is null or (r.length, r.start_code) > ($5, $6::text))
        order by r.length, r.start_code limit $7
        """;

    // Within a run that is the enterprise's there are no ranges of others.
    private const string BetweenSql = $"""
        {Row}
        where r.length = $1 and r.start_code <= $3 and r.end_code >= $2
            and r.start_code >= coalesce((select f.start_code from find_code_range($2) f), $2)
        order by r.start_code limit $4
        """;

    /// <summary>In the order of their codes.</summary>
    public async Task<Page<CodeRangeItem>> List(CreditCode enterprise, CodeRangeFilter filter, Limit limit, Cursor cursor)
    {
        var items = await database.Read<CodeRangeItem>(
            ListSql, enterprise.Value, filter.Batch?.Value, filter.Frozen, filter.Code?.Value, cursor.Number(0), cursor[1],
            limit.Value + 1);
        return Page<CodeRangeItem>.Of(items, limit, item => [$"{item.Start.Length}", item.Start.Value]);
    }

    /// <summary>The first ranges that hold a code of this run.</summary>
    public Task<List<CodeRangeItem>> Between(CodeRun run, int most) =>
        database.Read<CodeRangeItem>(BetweenSql, run.Start.Length, run.Start.Value, run.End.Value, most);
}
