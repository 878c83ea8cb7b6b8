namespace Suyuan.Jobs;

/// <summary>Where a job stands; the last three are ends.</summary>
public enum JobState
{
    Queued,
    Running,

    /// <summary>The work went through; its report says what it did.</summary>
    Done,

    /// <summary>The work was refused, or something broke; the problem says what.</summary>
    Failed,

    /// <summary>The node stopped or was killed; what the work had not committed is not there.</summary>
    Interrupted,
}
