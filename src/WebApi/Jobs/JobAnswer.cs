using System.Text.Json;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>A job (任务): what it works on, how far it is, and once it has ended its report or its problem.</summary>
internal sealed record JobAnswer
{
    public Guid Id { get; init; }

    /// <summary>The kind of work, such as inspections.</summary>
    public string Kind { get; init; } = "";
    public JobState State { get; init; }

    /// <summary>The account that ordered it.</summary>
    public string StartedBy { get; init; } = "";
    public string FileName { get; init; } = "";

    /// <summary>Rows done so far.</summary>
    public long Done { get; init; }

    /// <summary>Rows altogether, where that is known.</summary>
    public long? Total { get; init; }

    /// <summary>Row errors so far; GET …/errors lists them.</summary>
    public long Errors { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the work did, once it is done; each kind has its own members.</summary>
    public JsonElement? Report { get; init; }

    /// <summary>Why it failed.</summary>
    public ReasonWhyNot? Problem { get; init; }

    public static JobAnswer Of(JobRecord job, Reasons reasons) => new()
    {
        Id = job.Id,
        Kind = job.Kind,
        State = job.State,
        StartedBy = job.Account,
        FileName = job.FileName,
        Done = job.Done,
        Total = job.Total,
        Errors = job.Errors,
        QueuedAt = job.QueuedAt,
        StartedAt = job.StartedAt,
        EndedAt = job.EndedAt,
        Report = job.Report,
        Problem = job.Refusal is { } refusal ? reasons.Word(refusal) : null,
    };
}
