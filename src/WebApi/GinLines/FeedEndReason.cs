namespace Suyuan.GinLines;

/// <summary>Why the node ends a feed.</summary>
public enum FeedEndReason
{
    /// <summary>The node stops.</summary>
    Stopping,

    /// <summary>The feed is as old as a sign-in may be: whoever still may look comes back.</summary>
    Expired,

    /// <summary>The client reads more slowly than the line works.</summary>
    TooSlow,

    /// <summary>The database or the line does not answer.</summary>
    Unavailable,
}
