using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Growers;

/// <summary>A grower as staff may see one: everything personal masked.</summary>
internal sealed record GrowerAnswer : IRevisioned
{
    public required string Id { get; init; }
    public required string MaskedName { get; init; }
    public required string MaskedNumber { get; init; }
    public required string MaskedMobile { get; init; }
    public required bool Legal { get; init; }
    public required RegionCode Region { get; init; }
    public required ImmutableArray<PlotView> Plots { get; init; }
    public required int Revision { get; init; }

    public static GrowerAnswer Of(GrowerView grower) => new()
    {
        Id = grower.Id,
        MaskedName = grower.MaskedName,
        MaskedNumber = grower.MaskedNumber,
        MaskedMobile = grower.MaskedMobile,
        Legal = grower.Legal,
        Region = grower.Region,
        Plots = grower.Plots,
        Revision = grower.Revision,
    };
}
