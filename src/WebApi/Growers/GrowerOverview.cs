using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Seasons;
using Suyuan.Statistics;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.Growers;

/// <summary>A grower's season in one answer: plots, units and why one was rejected, tickets, premium cotton.</summary>
internal sealed record GrowerOverview(
    SeasonYear Season, GrowerAnswer Grower, IReadOnlyList<TraceUnitItem> Units, IReadOnlyList<WeighTicketItem> LatestTickets,
    PremiumCottonReport PremiumCotton);

/// <summary>Puts the overview together from the very lists and reports that show its parts whole.</summary>
internal sealed class GrowerOverviews(
    IGrainFactory grains, TraceUnitQueries units, WeighTicketQueries tickets, PremiumCottonReports reports, TimeProvider time)
{
    private static readonly Limit MostUnits = new(Limit.Standard);
    private static readonly Limit MostTickets = new(10);
    private static readonly Cursor Start = new([]);

    public async Task<Result<GrowerOverview>> For(string id, SeasonYear? asked, Caller caller, CancellationToken cancelled)
    {
        var season = asked ?? SeasonYear.Of(time.GetUtcNow());
        var known = await grains.Grower(id).GetFor(caller);
        if (known.Refused) return known.Refusal;

        var premium = await reports.For(new(season, null, id, null, null), caller, cancelled);
        if (premium.Refused) return premium.Refusal;
        var own = await units.List(new() { Season = season, Grower = id }, MostUnits, Start, caller);
        var latest = await tickets.List(new(Grower: id), new() { Season = season }, MostTickets, Start);
        var grower = GrowerAnswer.Of(known.Value);
        return new GrowerOverview(
            season, grower with { Plots = [.. grower.Plots.Where(plot => plot.Season == season)] }, own.Items, latest.Items, premium.Value);
    }
}
