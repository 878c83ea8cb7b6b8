using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>The rows of a roster that speak of one grower, at least one.</summary>
internal sealed record GrowerRows(ImmutableArray<GrowerRow> Rows)
{
    public string Grower => Rows[0].Grower;

    public PutGrower ToCommand(Caller by) => new()
    {
        By = by,
        Number = Rows[0].Number,
        Name = Rows[0].Name,
        Mobile = Rows[0].Mobile,
        Region = Rows[0].Region,
        Plots = [.. Rows.Where(row => row.Plot is not null).Select(row => row.Plot!)],
    };

    /// <summary>The row a refusal is about, and the rows that can stand without it; none when it is about the grower.</summary>
    public (GrowerRow Bad, GrowerRows? Left) Without(Refusal refusal)
    {
        var plot = Argument(refusal, "plot");
        var season = Argument(refusal, "season");
        var bad = plot is null && season is null
            ? null
            : Rows.FirstOrDefault(row => row.Plot is { } named
                && (plot is null || named.Code.Value == plot) && (season is null || named.Season.ToString() == season));
        return bad is null ? (Rows[0], null) : (bad, Rows.Length == 1 ? null : new(Rows.Remove(bad)));
    }

    private static string? Argument(Refusal refusal, string name) =>
        refusal.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
