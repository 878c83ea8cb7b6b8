using System.Text.Json;

namespace Suyuan.Collector;

/// <summary>The job that replays an uploaded collection file.</summary>
public sealed record UploadJob
{
    public string Id { get; init; } = "";
    public string State { get; init; } = "";
    public long Done { get; init; }
    public long? Total { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public UploadReport? Report { get; init; }
    public JsonElement? Problem { get; init; }

    public bool Ended => EndedAt is not null;
}
