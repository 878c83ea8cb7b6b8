using System.Net.ServerSentEvents;

namespace Suyuan.GinLines;

/// <summary>What a live feed says next.</summary>
internal interface ILiveFeed
{
    /// <summary>Waits until there is something to say; null when the reader is too slow to be told.</summary>
    Task<IReadOnlyList<SseItem<object>>?> Next(CancellationToken cancellationToken);
}
