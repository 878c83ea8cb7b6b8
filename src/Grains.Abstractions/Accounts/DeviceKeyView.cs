using Suyuan.GinLines;

namespace Suyuan.Accounts;

/// <summary>The key of a line's collector; the key itself is there only in the answer that issued it.</summary>
[GenerateSerializer, Immutable, Alias("device-key-view")]
public sealed record DeviceKeyView
{
    [Id(0)] public GinLineId Line { get; init; }
    [Id(1)] public DateTimeOffset IssuedAt { get; init; }

    /// <summary>For the header X-Device-Key: {gin}-{line}.{secret}.</summary>
    [Id(2)] public string? Key { get; init; }
}
