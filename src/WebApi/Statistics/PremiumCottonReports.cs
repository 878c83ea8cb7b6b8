using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Regions;

namespace Suyuan.Statistics;

/// <summary>Puts the reports together: who may have which, and how premium cotton is shared (ST4).</summary>
internal sealed class PremiumCottonReports(NpgsqlDataSource database)
{
    public async Task<Result<PremiumCottonReport>> For(PremiumCottonQuery asked, Caller caller, CancellationToken cancellationToken)
    {
        if (!asked.HasOneSelector) return StatisticsRefusals.OneSelector;
        await using var queries = await StatisticsQueries.Open(database, asked.Season, cancellationToken);
        var report = asked switch
        {
            { Gin: { } gin } => await OfGin(queries, gin, caller),
            { Grower: { } grower } => await OfGrower(queries, asked, grower, caller),
            { Region: { } region } => await OfRegion(queries, asked, region, caller),
            _ => await OfUnit(queries, asked, caller),
        };
        return report is null
            ? SharedRefusals.NotFound("statistics")
            : report with
            {
                Season = asked.Season,
                Closed = queries.FrozenAt is not null,
                FrozenAt = queries.FrozenAt,
                Unit = asked.Unit,
                Grower = asked.Grower,
                Gin = asked.Gin,
                Region = asked.Region,
            };
    }

    /// <summary>The units of a region, so many at a time.</summary>
    public async Task<Result<Page<UnitFigures>>> Units(
        RegionUnitsQuery asked, Caller caller, Limit limit, Cursor cursor, CancellationToken cancellationToken)
    {
        if (!caller.Oversees(asked.Region)) return SharedRefusals.NotFound("statistics");
        await using var queries = await StatisticsQueries.Open(database, asked.Season, cancellationToken);
        var units = (await queries.Units(new(asked.Season, null, null, null, asked.Region))).FindAll(unit => unit.ReportedTo(caller));
        // A region has some hundreds of units at most, already summed: what a page saves is the answer, not the reading.
        var after = units
            .OrderBy(unit => unit.Region.Value, StringComparer.Ordinal).ThenBy(unit => unit.Id, StringComparer.Ordinal)
            .Where(unit => cursor.IsStart || string.CompareOrdinal($"{unit.Region} {unit.Id}", $"{cursor[0]} {cursor[1]}") > 0)
            .Take(limit.Value + 1).Select(unit => unit.Report());
        return Page<UnitFigures>.Of([.. after], limit, unit => [unit.Region.Value, unit.Unit]);
    }

    public async Task<StatisticsOverview> Overview(SeasonQuery asked, CancellationToken cancellationToken)
    {
        await using var queries = await StatisticsQueries.Open(database, asked.Season, cancellationToken);
        var gins = await queries.Gins();
        return new()
        {
            Season = asked.Season,
            Closed = queries.FrozenAt is not null,
            FrozenAt = queries.FrozenAt,
            Totals = Figures.Sum(gins.Select(gin => gin.Figures)),
            Divisions = [.. await queries.Divisions()],
            Gins = [.. gins],
        };
    }

    private static async Task<PremiumCottonReport?> OfUnit(StatisticsQueries queries, PremiumCottonQuery asked, Caller caller)
    {
        var units = await queries.Units(asked);
        if (units is not [var unit] || !unit.ReportedTo(caller)) return null;
        var shares = Shared((await queries.Growers(units)).Select(row => row.Share));
        return new() { Totals = Figures.Sum(shares.Select(share => share.Figures)), Shares = [.. shares] };
    }

    private static async Task<PremiumCottonReport?> OfGrower(
        StatisticsQueries queries, PremiumCottonQuery asked, string grower, Caller caller)
    {
        var home = await queries.HomeOf(grower);
        if (home is null || !(caller.Role is Role.Grower ? caller.Scope == grower : caller.Oversees(home.Value))) return null;

        var units = await queries.Units(asked);
        var growers = (await queries.Growers(units)).ToLookup(row => row.Unit, row => row.Share);
        var mine = units.ConvertAll(unit => unit.Report(Shared(growers[unit.Id]).Find(share => share.Grower == grower)));
        return new()
        {
            Totals = Figures.Sum(mine.Select(unit => unit.Share!.Figures)),
            AllottedKg = mine.Sum(unit => unit.Share!.AllottedKg),
            Units = [.. mine],
        };
    }

    private static async Task<PremiumCottonReport?> OfRegion(
        StatisticsQueries queries, PremiumCottonQuery asked, RegionCode region, Caller caller)
    {
        if (!caller.Oversees(region)) return null;
        var units = (await queries.Units(asked)).FindAll(unit => unit.ReportedTo(caller));
        return new()
        {
            Totals = Figures.Sum(units.Select(unit => unit.Figures)),
            Units = region.IsDivision ? null : [.. units.Select(unit => unit.Report())],
            Regions = [.. units
                .GroupBy(unit => Below(region, unit.Region))
                .Select(group => new RegionFigures(group.Key, Figures.Sum(group.Select(unit => unit.Figures))))],
        };
    }

    private static async Task<PremiumCottonReport?> OfGin(StatisticsQueries queries, GinCode gin, Caller caller)
    {
        if (!caller.WorksAt(gin.Value)) return null;
        var lines = await queries.LinesOf(gin);
        return new()
        {
            Totals = Figures.Sum(lines.Select(line => line.Figures)),
            Use = await queries.UseOf(gin, lines.Where(line => line.Line > 0)),
        };
    }

    private static Figures SumOf(IEnumerable<GrowerShare> growers) => Figures.Sum(growers.Select(grower => grower.Figures));

    private static List<GrowerShare> Shared(IEnumerable<GrowerShare> growers)
    {
        var all = growers.ToList();
        var parts = Allocation.Share(SumOf(all).PremiumKg, all.ConvertAll(grower => new Delivery(grower.Grower, grower.Figures.NetKg)));
        return [.. all.Zip(parts, (grower, part) => grower with { AllottedKg = part })];
    }

    /// <summary>The region one step below that holds the unit, or the region itself for units of its own.</summary>
    private static RegionCode Below(RegionCode region, RegionCode unit)
    {
        while (unit != region && unit.Parent is { } parent && parent != region) unit = parent;
        return unit;
    }
}
