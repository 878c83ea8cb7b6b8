using Npgsql;
using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>Region in a list.</summary>
internal sealed record RegionItem(RegionCode Code, string Name, RegionKind Kind, RegionCode? Parent);

internal sealed class RegionQueries(NpgsqlDataSource database)
{
    public async Task<Page<RegionItem>> List(RegionCode? parent, string? q, Limit limit, Cursor cursor)
    {
        await using var command = database.CreateCommand("""
            select code, name, kind, parent from regions
            where ($1::text is null or parent = $1) and ($2::text is null or strpos(name, $2) > 0 or starts_with(code, $2))
                and ($3::text is null or code > $3)
            order by code limit $4
            """);
        command.AddText(parent?.Value, q, cursor[0]);
        command.Parameters.Add(new() { Value = limit.Value + 1 });
        return Page<RegionItem>.Of(await command.ReadAll(Item), limit, region => [region.Code.Value]);
    }

    private static RegionItem Item(NpgsqlDataReader row) => new(
        new(row.GetString(0)),
        row.GetString(1),
        Enum.Parse<RegionKind>(row.GetString(2), ignoreCase: true),
        row.IsDBNull(3) ? null : new RegionCode(row.GetString(3)));
}
