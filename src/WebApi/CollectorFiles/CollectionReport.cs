using Suyuan.GinLines;
using Suyuan.Silo.Storage;

namespace Suyuan.CollectorFiles;

/// <summary>What became of an uploaded collection file (采集文件): the report of its job.</summary>
internal sealed record CollectionReport
{
    public GinLineId Line { get; init; }
    public int FileNumber { get; init; }
    public int Rows { get; init; }
    public int Accepted { get; init; }
    public int Refused { get; init; }

    /// <summary>The last sequence that the line took.</summary>
    public long? LastSequence { get; init; }

    /// <summary>Where the answer to every row is.</summary>
    public string Report { get; init; } = "";

    public CollectionReport With(IReadOnlyCollection<CollectionReportLine> lines)
    {
        var refused = lines.Count(line => line.Refusal is not null);
        return this with
        {
            Rows = Rows + lines.Count,
            Refused = Refused + refused,
            Accepted = Accepted + lines.Count - refused,
            LastSequence = lines.LastOrDefault(line => line.Answer is not null)?.Answer?.LastSequence ?? LastSequence,
        };
    }
}
