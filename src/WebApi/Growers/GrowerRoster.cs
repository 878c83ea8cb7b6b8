using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>A roster's rows gathered per grower, with what the file itself gets wrong told.</summary>
internal static class GrowerRoster
{
    public static IReadOnlyList<GrowerRows> Gather(TableRows table, IPersonalData personal, RowErrors errors)
    {
        var growers = new Dictionary<string, ImmutableArray<GrowerRow>.Builder>();
        var owners = new Dictionary<(SeasonYear, PlotCode), GrowerRow>();
        foreach (var cells in table.Rows)
        {
            if (GrowerRow.Read(cells, personal, errors) is not { } row) continue;
            if (!growers.TryGetValue(row.Grower, out var known)) growers.Add(row.Grower, known = ImmutableArray.CreateBuilder<GrowerRow>());
            if (Contradicts(row, known, owners) is { } refusal)
                errors.Add(row.Row, GrowerColumns.Of(refusal).Headings[0], refusal);
            else
                known.Add(row);
        }

        return [.. growers.Values.Where(rows => rows.Count > 0).Select(rows => new GrowerRows(rows.ToImmutable()))];
    }

    private static Refusal? Contradicts(
        GrowerRow row, ImmutableArray<GrowerRow>.Builder known, Dictionary<(SeasonYear, PlotCode), GrowerRow> owners)
    {
        if (known.Count > 0 && !row.AgreesWith(known[0])) return GrowerImportRefusals.RowsDisagree(known[0].Row);
        if (row.Plot is not { } plot || owners.TryAdd((plot.Season, plot.Code), row)) return null;
        var owner = owners[(plot.Season, plot.Code)];
        return owner.Grower == row.Grower
            ? owner.Plot == plot ? null : GrowerRefusals.PlotTwice(plot.Season, plot.Code)
            : GrowerRefusals.PlotOfAnother(plot.Season, plot.Code, owner.Number?.Masked ?? owner.Grower);
    }
}
