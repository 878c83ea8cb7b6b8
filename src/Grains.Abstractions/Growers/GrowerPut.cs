using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>A grower after a write that may be repeated, and what the write did.</summary>
[GenerateSerializer, Immutable, Alias("grower-put")]
public sealed record GrowerPut([property: Id(0)] string Id, [property: Id(1)] RecordChange Change);
