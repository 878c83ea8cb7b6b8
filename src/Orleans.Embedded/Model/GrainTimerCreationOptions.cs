using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a timer ticks and how its ticks behave.</summary>
public readonly struct GrainTimerCreationOptions()
{
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    public required TimeSpan DueTime { get; init; }

    public required TimeSpan Period { get; init; }

    /// <summary>A tick may run while a call of the grain waits for something.</summary>
    public bool Interleave { get; init; }

    /// <summary>Each tick counts as use, so that the grain stays in memory.</summary>
    public bool KeepAlive { get; init; }
}
