namespace Suyuan.Common;

/// <summary>A request that says why; the history of what it changes repeats it.</summary>
internal interface IGivesReason
{
    string? Reason { get; }
}
