using Suyuan.Common;

namespace Suyuan.Changes;

/// <summary>Why the change feed refuses.</summary>
internal static class ChangeRefusals
{
    /// <summary>The cursor is ahead of this database, which was restored from a backup: only a reading from the start is complete.</summary>
    public static Refusal CursorUnknown => Refusal.Conflict("change/cursor-unknown");
}
