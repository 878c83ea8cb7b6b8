using System.Globalization;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Audit;

/// <summary>An export as the audit shows it (SC4).</summary>
internal sealed record ExportItem(
    long Id, string Account, Role Role, string Scope, string Path, string Query, string Format, DateTimeOffset ExportedAt);

/// <summary>Which exports to list; days are China days, both included, and path is how it begins.</summary>
internal sealed record ExportsFilter(string? Account, string? Path, DateOnly? From, DateOnly? To);

internal sealed class ExportQueries(NpgsqlDataSource database)
{
    public async Task<Page<ExportItem>> List(ExportsFilter filter, Limit limit, Cursor cursor)
    {
        var items = await database.Read<ExportItem>(
            """
            select jsonb_build_object('id', id, 'account', account, 'role', role, 'scope', scope, 'path', path, 'query', query,
                'format', format, 'exportedAt', exported_at)
            from exports
            where ($1::text is null or account = $1) and ($2::text is null or starts_with(path, $2))
                and ($3::timestamptz is null or exported_at >= $3) and ($4::timestamptz is null or exported_at < $4)
                and ($5::text is null or id < case when $5 ~ '^[0-9]{1,18}$' then $5::bigint else 0 end)
            order by id desc
            limit $6
            """,
            filter.Account, filter.Path, ChinaTime.Begin(filter.From), ChinaTime.End(filter.To), cursor[0], limit.Value + 1);
        var shown = items.ConvertAll(item => item with { Account = ShownAccount.Of(item.Account) });
        return Page<ExportItem>.Of(shown, limit, item => [item.Id.ToString(CultureInfo.InvariantCulture)]);
    }
}

/// <summary>Exports as a table.</summary>
internal static class ExportsTable
{
    public static ExportTable<ExportItem> Columns { get; } = new("exports", "导出记录")
    {
        { "id", "序号", export => export.Id },
        { "exportedAt", "导出时间", export => export.ExportedAt },
        { "account", "账号", export => export.Account },
        { "role", "角色", export => export.Role },
        { "scope", "范围", export => export.Scope },
        { "path", "列表", export => export.Path },
        { "query", "筛选条件", export => export.Query },
        { "format", "格式", export => export.Format },
    };
}
