using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>A region after a write that may be repeated, and what the write did.</summary>
[GenerateSerializer, Immutable, Alias("region-put")]
public sealed record RegionPut([property: Id(0)] RegionView Region, [property: Id(1)] RecordChange Change);
