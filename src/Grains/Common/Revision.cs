namespace Suyuan.Common;

/// <summary>The edit guard: an edit names the revision it was made on (HTTP If-Match).</summary>
internal static class Revision
{
    public static Refusal? Outdated(int current, int? expected) =>
        expected is { } known && known != current ? SharedRefusals.Stale(current) : null;
}
