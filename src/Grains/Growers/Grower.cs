using System.Collections.Immutable;
using System.Globalization;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>Grower (棉花实际种植者) as stored: what may be shown in clear, the rest encrypted.</summary>
[GenerateSerializer, Immutable, Alias("grower")]
public sealed record Grower
{
    private static readonly Mu LargestPlot = Mu.Of(100_000);

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Name { get; init; } = "";
    [Id(2)] public string MaskedName { get; init; } = "";
    [Id(3)] public ProtectedText Number { get; init; } = new();
    [Id(4)] public string MaskedNumber { get; init; } = "";
    [Id(5)] public ProtectedText Mobile { get; init; } = new();
    [Id(6)] public string MaskedMobile { get; init; } = "";
    [Id(7)] public bool Legal { get; init; }
    [Id(8)] public RegionCode Region { get; init; }
    [Id(9)] public ImmutableArray<Plot> Plots { get; init; } = [];

    internal Result<Grower> Put(PutGrower command, GrowerFacts facts)
    {
        if (Forbids(command) is { } forbidden) return forbidden;
        if (Revision == 0 && (command.Number is null || command.Name is null || command.Mobile is null)) return GrowerRefusals.Unknown;
        if (command.Name is { } name && !Wording.Fits(name)) return GrowerRefusals.NameInvalid;
        if (!command.Region.IsCompany || !facts.CompanyKnown) return GrowerRefusals.UnknownCompany(command.Region);

        var given = command.Plots.Select(Plot.Of).Distinct().ToImmutableArray();
        if (given.Select(plot => BrokenBy(plot, facts)).FirstOrDefault(broken => broken is not null) is { } broken) return broken;
        if (given.GroupBy(plot => plot.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return GrowerRefusals.PlotTwice(twice.Key.Season, twice.Key.Code);

        var next = Named(command, facts) with { Region = command.Region, Plots = Merged(given) };
        return next.Says(this) ? this : next with { Revision = Revision + 1 };
    }

    /// <summary>Staff of the region and the grower; to anybody else there is no such grower.</summary>
    internal bool VisibleTo(Caller by, string id) =>
        Revision > 0 && (by.Oversees(Region) || (by.Role is Role.Grower && by.Scope == id));

    internal GrowerView ToView(string id) => new()
    {
        Id = id,
        Name = Name,
        MaskedName = MaskedName,
        MaskedNumber = MaskedNumber,
        MaskedMobile = MaskedMobile,
        Legal = Legal,
        Region = Region,
        Plots = [.. Plots.Select(plot => plot.ToView())],
        Revision = Revision,
    };

    /// <summary>Plots given and not yet known in this form: those that could be somebody else's.</summary>
    internal IEnumerable<Plot> NewAmong(IEnumerable<PlotView> given) => given.Select(Plot.Of).Except(Plots);

    private Refusal? Forbids(PutGrower command)
    {
        if (command.By.Role is not (Role.Platform or Role.Regiment)) return SharedRefusals.Forbidden;
        if (!command.By.Oversees(command.Region)) return GrowerRefusals.RegionNotYours(command.Region);
        return Revision > 0 && !command.By.Oversees(Region) ? GrowerRefusals.OfAnotherRegiment(MaskedNumber) : null;
    }

    private Refusal? BrokenBy(Plot plot, GrowerFacts facts)
    {
        if (plot.AreaMu <= Mu.Zero || plot.AreaMu > LargestPlot || decimal.Round(plot.AreaMu.Value, Mu.Places) != plot.AreaMu.Value)
            return GrowerRefusals.AreaInvalid(plot.Code, plot.AreaMu);
        if (!Wording.FitsOrIsEmpty(plot.Name) || !Wording.FitsOrIsEmpty(plot.Variety)) return GrowerRefusals.PlotTextInvalid(plot.Code);
        return facts.ClosedSeasons.Contains(plot.Season) && !Plots.Contains(plot) ? SeasonRefusals.Closed(plot.Season) : null;
    }

    private Grower Named(PutGrower command, GrowerFacts facts)
    {
        var name = command.Name?.Trim() ?? Name;
        var legal = command.Number?.IsCreditCode ?? Legal;
        return this with
        {
            Name = name,
            MaskedName = legal ? name : StringInfo.GetNextTextElement(name) + "*",
            Number = facts.Number,
            MaskedNumber = command.Number?.Masked ?? MaskedNumber,
            Mobile = facts.Mobile,
            MaskedMobile = command.Mobile?.Masked ?? MaskedMobile,
            Legal = legal,
        };
    }

    private ImmutableArray<Plot> Merged(ImmutableArray<Plot> given)
    {
        var replaced = given.Select(plot => plot.Key).ToHashSet();
        return
        [
            .. Plots.Where(plot => !replaced.Contains(plot.Key)).Concat(given)
                .OrderBy(plot => plot.Season.Value).ThenBy(plot => plot.Code.Value, StringComparer.Ordinal),
        ];
    }

    private bool Says(Grower other) => this with { Plots = other.Plots } == other && Plots.SequenceEqual(other.Plots);
}
