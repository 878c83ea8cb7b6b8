using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Seasons;

namespace Suyuan.WeighTickets;

/// <summary>The trace units that hold plots (fact find_units_of_plots).</summary>
internal sealed record UnitsOfPlots
{
    public ImmutableArray<string> Units { get; init; } = [];

    public static async Task<IReadOnlyList<string>> Find(IFacts facts, SeasonYear season, ImmutableArray<PlotCode> plots)
    {
        if (plots.IsDefaultOrEmpty) return [];
        string[] codes = [.. plots.Select(plot => plot.Value)];
        var found = await facts.Find<UnitsOfPlots>("find_units_of_plots", season.Value, codes);
        return found?.Units ?? [];
    }
}
