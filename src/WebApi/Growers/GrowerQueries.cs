using System.Collections.Immutable;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Growers;

/// <summary>Grower in a list, masked, with the plots of the season asked for or of all.</summary>
internal sealed record GrowerItem(
    string Id, string MaskedName, string MaskedNumber, string? MaskedMobile, bool Legal, RegionCode Region, string RegionName,
    ImmutableArray<PlotView> Plots);

internal sealed class GrowerQueries(NpgsqlDataSource database)
{
    public async Task<Page<GrowerItem>> List(GrowerFilter filter, Limit limit, Cursor cursor, Caller caller)
    {
        await using var command = database.CreateCommand("""
            select g.id, g.masked_name, g.masked_number, g.masked_mobile, g.legal, g.region, coalesce(r.name, ''), (
                select coalesce(jsonb_agg(jsonb_build_object('season', p.season, 'code', p.code, 'name', p.name, 'areaMu', p.area_mu,
                    'variety', p.variety, 'landKind', p.land_kind) order by p.season, p.code), '[]')::text
                from plots p where p.grower = g.id and ($8::int is null or p.season = $8))
            from growers g left join regions r on r.code = g.region
            where case $1
                    when 'platform' then true
                    when 'regiment' then g.region like $2 || '%'
                    when 'company' then g.region = $2
                    else false
                end
                and ($3::text is null or g.region like $3 || '%') and ($4::text is null or strpos(g.name, $4) > 0)
                and ($5::text is null or (g.region, g.id) > ($5, $6::text)) and ($9::boolean is null or g.legal = $9)
                and ($8::int is null or exists (select from plots p where p.grower = g.id and p.season = $8))
            order by g.region, g.id limit $7
            """);
        command.AddText(caller.Role.Stored(), caller.Scope, filter.Region?.Value, filter.Q, cursor[0], cursor[1]);
        command.AddNumber(limit.Value + 1, filter.Season?.Value);
        command.AddFlag(filter.Legal);
        return Page<GrowerItem>.Of(await command.ReadAll(Item), limit, grower => [grower.Region.Value, grower.Id]);
    }

    private static GrowerItem Item(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetBoolean(4),
        new(row.GetString(5)), row.GetString(6), row.Json<ImmutableArray<PlotView>>(7));
}
