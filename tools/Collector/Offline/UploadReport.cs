namespace Suyuan.Collector;

/// <summary>What became of an uploaded collection file.</summary>
public sealed record UploadReport
{
    public int FileNumber { get; init; }
    public int Rows { get; init; }
    public int Accepted { get; init; }
    public int Refused { get; init; }
    public long? LastSequence { get; init; }

    /// <summary>Where the answer to every row is.</summary>
    public string Report { get; init; } = "";
}
