using Suyuan.Common;

namespace Suyuan.Changes;

/// <summary>Why the change feed refuses.</summary>
internal static class ChangeRefusals
{
    /// <summary>The cursor is ahead of this database, which was restored from a backup: only reading anew is complete.</summary>
    public static Refusal CursorUnknown => Refusal.Conflict("change/cursor-unknown");
}
