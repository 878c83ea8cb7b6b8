namespace Suyuan.Regions;

/// <summary>A region (师团连) and its name.</summary>
[GenerateSerializer, Immutable, Alias("region-view")]
public sealed record RegionView
{
    [Id(0)] public RegionCode Code { get; init; }
    [Id(1)] public string Name { get; init; } = "";
    [Id(2)] public RegionKind Kind { get; init; }
    [Id(3)] public RegionCode? Parent { get; init; }
    [Id(4)] public int Revision { get; init; }
}
