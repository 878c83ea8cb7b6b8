using Suyuan.Common;

namespace Suyuan.Publishing;

/// <summary>An item that consumers see (已批准查询), or one that a regulator closed, with who did it, when and why.</summary>
[GenerateSerializer, Immutable, Alias("published-item")]
public sealed record PublishedItem
{
    [Id(0)] public string Item { get; init; } = "";
    [Id(1)] public Deed? By { get; init; }
}
