namespace Suyuan.CollectorFiles;

/// <summary>The card file (追溯码文件) exported last; those before it are in the record's history.</summary>
[GenerateSerializer, Immutable, Alias("card-file-note")]
public sealed record CardFileNote
{
    [Id(0)] public int Number { get; init; }
    [Id(1)] public int Cards { get; init; }
    [Id(2)] public DateTimeOffset ExportedAt { get; init; }
    [Id(3)] public string ExportedBy { get; init; } = "";
}
