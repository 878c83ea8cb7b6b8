using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

/// <summary>What is known of a line's files: their key, and how far their numbers have got.</summary>
[GenerateSerializer, Immutable, Alias("collector-files-view")]
public sealed record CollectorFilesView
{
    [Id(0)] public GinLineId Line { get; init; }

    /// <summary>The key's number; 0 as long as no key was issued.</summary>
    [Id(1)] public int KeyNumber { get; init; }

    /// <summary>Encrypted as personal data is: only the node that seals or verifies a file opens it.</summary>
    [Id(2)] public ProtectedText? Key { get; init; }

    [Id(3)] public DateTimeOffset? KeyIssuedAt { get; init; }
    [Id(4)] public int LastCardFile { get; init; }
    [Id(5)] public DateTimeOffset? CardFileExportedAt { get; init; }
    [Id(6)] public int LastCollectionFile { get; init; }
}
