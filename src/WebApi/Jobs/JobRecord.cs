using System.Text.Json;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>A job as the ledger describes it.</summary>
internal sealed record JobRecord
{
    public Guid Id { get; init; }
    public string Account { get; init; } = "";
    public string Kind { get; init; } = "";
    public string FileName { get; init; } = "";
    public JobState State { get; init; }

    /// <summary>Counts the changes of this record.</summary>
    public int Version { get; init; }
    public long Done { get; init; }
    public long? Total { get; init; }
    public long Errors { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public JsonElement? Report { get; init; }
    public Refusal? Refusal { get; init; }
}
