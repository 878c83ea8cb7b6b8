using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

/// <summary>The file key (文件密钥) of a line; the key itself is there only in the answer that issued it.</summary>
[GenerateSerializer, Immutable, Alias("file-key-view")]
public sealed record FileKeyView
{
    [Id(0)] public GinLineId Line { get; init; }

    /// <summary>Which key of the line it is; files name it.</summary>
    [Id(1)] public int Number { get; init; }

    [Id(2)] public DateTimeOffset IssuedAt { get; init; }

    /// <summary>To be entered in the collector: {gin}-{line}.{number}.{32 bytes in hexadecimal}.</summary>
    [Id(3)] public string Key { get; init; } = "";
}
