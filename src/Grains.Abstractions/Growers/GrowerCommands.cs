using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Growers;

/// <summary>
/// Registers a grower with plots; plots named before and not here stay. Repeating it changes nothing. Number, name and mobile that are
/// not given stay as they are known, so that what a masked list shows can be sent back.
/// </summary>
[GenerateSerializer, Immutable, Alias("put-grower")]
public sealed record PutGrower
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required PersonNumber? Number { get; init; }
    [Id(2)] public required string? Name { get; init; }
    [Id(3)] public required MobileNumber? Mobile { get; init; }
    [Id(4)] public required RegionCode Region { get; init; }
    [Id(5)] public ImmutableArray<PlotView> Plots { get; init; } = [];
}
