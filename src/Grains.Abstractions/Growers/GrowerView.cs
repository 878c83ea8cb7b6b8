using System.Collections.Immutable;
using Suyuan.Regions;

namespace Suyuan.Growers;

/// <summary>Grower (棉花实际种植者), a natural or legal person, as other grains see one. Name is for them alone, never for an answer.</summary>
[GenerateSerializer, Immutable, Alias("grower-view")]
public sealed record GrowerView
{
    [Id(0)] public string Id { get; init; } = "";
    [Id(1)] public string Name { get; init; } = "";
    [Id(2)] public string MaskedName { get; init; } = "";
    [Id(3)] public string MaskedNumber { get; init; } = "";
    [Id(4)] public string MaskedMobile { get; init; } = "";

    /// <summary>True for a legal person.</summary>
    [Id(5)] public bool Legal { get; init; }

    /// <summary>The company (连队).</summary>
    [Id(6)] public RegionCode Region { get; init; }
    [Id(7)] public ImmutableArray<PlotView> Plots { get; init; } = [];
    [Id(8)] public int Revision { get; init; }
}
