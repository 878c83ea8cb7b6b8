using Suyuan.Accounts;

namespace Suyuan.Regions;

/// <summary>Names a region; repeating it changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("put-region")]
public sealed record PutRegion([property: Id(0)] Caller By, [property: Id(1)] string Name);
