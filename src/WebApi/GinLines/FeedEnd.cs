namespace Suyuan.GinLines;

/// <summary>The last word of a feed that the node ends: the client connects again, with the last id that it has.</summary>
public sealed record FeedEnd(FeedEndReason Reason);
