namespace Suyuan.CollectorFiles;

/// <summary>A collection file (采集文件) that a collector wrote: its number, what it covers, and its content as a digest.</summary>
[GenerateSerializer, Immutable, Alias("collection-file")]
public sealed record CollectionFile
{
    [Id(0)] public int Number { get; init; }
    [Id(1)] public string Sha256 { get; init; } = "";
    [Id(2)] public long FirstSequence { get; init; }
    [Id(3)] public long LastSequence { get; init; }
    [Id(4)] public int Count { get; init; }
    [Id(5)] public DateTimeOffset MadeAt { get; init; }
    [Id(6)] public DateTimeOffset TakenAt { get; init; }
    [Id(7)] public string TakenBy { get; init; } = "";
}
