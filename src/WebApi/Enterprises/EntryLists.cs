using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>A zone, plot or product in a list.</summary>
internal sealed record EntryItem
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Code { get; init; }
    public decimal? AreaMu { get; init; }
    public string? Zone { get; init; }
    public string? ZoneName { get; init; }
    public string? ProductFiling { get; init; }
    public required bool Retired { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Revision { get; init; }
}

internal sealed class EntryLists(NpgsqlDataSource database, IGrainFactory grains)
{
    private const string Zones = "id, name, code, area_mu, null::text as zone, null::text as product_filing from production_zones";
    private const string Plots = "id, name, null::text as code, area_mu, zone, null::text as product_filing from plots_of_enterprises";
    private const string Products =
        "id, name, null::text as code, null::numeric as area_mu, null::text as zone, product_filing from products";

    private const string Sql = """
        select jsonb_build_object('id', e.id, 'name', e.name, 'code', e.code, 'areaMu', e.area_mu, 'zone', e.zone, 'zoneName', z.name,
            'productFiling', e.product_filing, 'retired', e.retired, 'changedAt', e.changed_at, 'revision', e.revision)
        from (select enterprise, retired, changed_at, revision, {entries}) e
        left join production_zones z on z.enterprise = e.enterprise and z.id = e.zone
        where e.enterprise = $1 and e.retired = coalesce($2::boolean, false)
            and ($3::text is null or strpos(e.name, $3) > 0 or strpos(e.code, $3) > 0)
            and ($4::text is null or e.zone = $4) and ($5::text is null or (e.name, e.id) > ($5, $6::text))
        order by e.name, e.id limit $7
        """;

    public async Task<Results<Ok<Page<EntryItem>>, ProblemHttpResult>> List(
        EntryKind kind, CreditCode enterprise, PlotFilter filter, Caller caller, Limit limit, Cursor cursor)
    {
        var known = await grains.Enterprise(enterprise).GetFor(caller);
        return known.Refused ? known.Refusal.ToProblem() : TypedResults.Ok(await List(kind, enterprise, filter, limit, cursor));
    }

    private async Task<Page<EntryItem>> List(EntryKind kind, CreditCode enterprise, PlotFilter filter, Limit limit, Cursor cursor)
    {
        var entries = kind switch { EntryKind.ProductionZone => Zones, EntryKind.Plot => Plots, _ => Products };
        var items = await database.Read<EntryItem>(
            Sql.Replace("{entries}", entries, StringComparison.Ordinal),
            enterprise.Value, filter.Retired, filter.Q, filter.Zone, cursor[0], cursor[1], limit.Value + 1);
        return Page<EntryItem>.Of(items, limit, item => [item.Name, item.Id]);
    }
}
