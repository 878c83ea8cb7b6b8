namespace Suyuan.Common;

/// <summary>The edit guard: an edit names the revision it was made on (HTTP If-Match).</summary>
internal static class Revision
{
    public static Refusal? Outdated(int current, int? expected) =>
        expected is { } known && known != current ? SharedRefusals.Stale(current) : null;

    /// <summary>What a write that may be repeated did, told by the revision before and after.</summary>
    public static RecordChange ChangeSince(int before, int after) =>
        before == 0 ? RecordChange.Created : before == after ? RecordChange.Unchanged : RecordChange.Changed;
}
