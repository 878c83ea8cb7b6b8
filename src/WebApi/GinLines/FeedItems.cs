using System.Net.ServerSentEvents;

namespace Suyuan.GinLines;

/// <summary>
/// The items that feeds have in common. They bear no id: a client that connects again goes on from the last message it has.
/// </summary>
internal static class FeedItems
{
    /// <summary>After so long a feed says where it stands, so that neither side takes silence for absence.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private const string ProgressType = "progress";

    private static readonly TimeSpan Reconnection = TimeSpan.FromSeconds(2);

    public static SseItem<object> First(LineProgress progress) =>
        new(progress, ProgressType) { ReconnectionInterval = Reconnection };

    public static SseItem<object> Of(LineProgress progress) => new(progress, ProgressType);

    public static SseItem<object> End(FeedEndReason reason) => new(new FeedEnd(reason), "end");
}
