using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Growers;

/// <summary>Grower in a list, masked.</summary>
internal sealed record GrowerItem(string Id, string MaskedName, string MaskedNumber, bool Legal, RegionCode Region);

internal sealed class GrowerQueries(NpgsqlDataSource database)
{
    public async Task<Page<GrowerItem>> List(RegionCode? region, string? q, Limit limit, Cursor cursor, Caller caller)
    {
        await using var command = database.CreateCommand("""
            select id, masked_name, masked_number, legal, region from growers
            where case $1
                    when 'platform' then true
                    when 'regiment' then region like $2 || '%'
                    when 'company' then region = $2
                    else false
                end
                and ($3::text is null or region like $3 || '%') and ($4::text is null or strpos(name, $4) > 0)
                and ($5::text is null or (region, id) > ($5, $6::text))
            order by region, id limit $7
            """);
        command.AddText(caller.Role.Stored(), caller.Scope, region?.Value, q, cursor[0], cursor[1]);
        command.AddNumber(limit.Value + 1);
        return Page<GrowerItem>.Of(await command.ReadAll(Item), limit, grower => [grower.Region.Value, grower.Id]);
    }

    private static GrowerItem Item(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), new(row.GetString(4)));
}
