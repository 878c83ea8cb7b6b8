using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>Item of the catalogue in a list, with what is left of its lots.</summary>
internal sealed record InputItem
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public required decimal Left { get; init; }
    public required bool Retired { get; init; }
    public required string Form { get; init; }
    public required int FormVersion { get; init; }
    public required FormAnswers Answers { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Revision { get; init; }
}

/// <summary>Stock (库存) of an item: purchased = used + written off with retired lots + left; of what is left, some has expired.</summary>
internal sealed record InputStockItem
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public required int Lots { get; init; }
    public required decimal Purchased { get; init; }
    public required decimal Used { get; init; }
    public required decimal WrittenOff { get; init; }
    public required decimal Left { get; init; }
    public required decimal LeftExpired { get; init; }

    /// <summary>The day on which the next of what is left expires.</summary>
    public DateOnly? NextExpiry { get; init; }
}

internal sealed class InputQueries(NpgsqlDataSource database)
{
    private const string Items = """
        from inputs i
        {0}
        where i.enterprise = $1 and ($2::text is null or i.kind = $2) and ($3::boolean is null or i.retired = $3)
            and ($4::text is null or strpos(lower(i.words), lower($4)) > 0) and ($5::text is null or (i.name, i.id) > ($5, $6::text))
        order by i.name, i.id limit $7
        """;

    private static readonly string CatalogueSql = """
        select jsonb_build_object(
            'id', i.id, 'kind', i.kind, 'name', i.name, 'unit', i.unit, 'retired', i.retired, 'changedAt', i.changed_at,
            'revision', i.revision, 'form', s.state -> 'form', 'formVersion', s.state -> 'formVersion', 'answers', s.state -> 'answers',
            'left', (
                select trim_scale(coalesce(sum(l.quantity - l.used), 0))
                from input_lots l where l.enterprise = i.enterprise and l.item = i.id and not l.retired))
        """ + Sql("join grain_state s on s.kind = 'input' and s.key = 'input-' || i.enterprise || '-' || i.id");

    private static readonly string StockSql = """
        select jsonb_strip_nulls(jsonb_build_object(
            'id', i.id, 'kind', i.kind, 'name', i.name, 'unit', i.unit, 'lots', t.lots, 'purchased', trim_scale(t.purchased),
            'used', trim_scale(t.used), 'writtenOff', trim_scale(t.purchased - t.used - t.at_hand), 'left', trim_scale(t.at_hand),
            'leftExpired', trim_scale(t.expired), 'nextExpiry', t.next_expiry))
        """ + Sql("""
        cross join lateral (
            select count(*)::int as lots, coalesce(sum(l.quantity), 0) as purchased, coalesce(sum(l.used), 0) as used,
                coalesce(sum(l.quantity - l.used) filter (where not l.retired), 0) as at_hand,
                coalesce(sum(l.quantity - l.used) filter (where not l.retired and l.valid_until < $8), 0) as expired,
                min(l.valid_until) filter (where not l.retired and l.used < l.quantity and l.valid_until >= $8) as next_expiry
            from input_lots l where l.enterprise = i.enterprise and l.item = i.id) t
        """);

    public Task<Page<InputItem>> List(CreditCode enterprise, InputFilter filter, Limit limit, Cursor cursor) =>
        Read<InputItem>(CatalogueSql, enterprise, filter, (limit, cursor), item => [item.Name, item.Id]);

    /// <summary>What is expired is told as of today.</summary>
    public Task<Page<InputStockItem>> Stock(CreditCode enterprise, InputFilter filter, Limit limit, Cursor cursor, DateOnly today) =>
        Read<InputStockItem>(StockSql, enterprise, filter, (limit, cursor), item => [item.Name, item.Id], today);

    private static string Sql(string joined) => "\n" + Items.Replace("{0}", joined, StringComparison.Ordinal);

    private async Task<Page<T>> Read<T>(
        string sql, CreditCode enterprise, InputFilter filter, (Limit Limit, Cursor Cursor) page, Func<T, string[]> keys,
        DateOnly? today = null)
    {
        var (limit, cursor) = page;
        List<object?> asked = [enterprise.Value, filter.Kind, filter.Retired, filter.Q, cursor[0], cursor[1], limit.Value + 1];
        if (today is not null) asked.Add(today);
        return Page<T>.Of(await database.Read<T>(sql, [.. asked]), limit, keys);
    }
}
