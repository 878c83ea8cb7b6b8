using System.Net.ServerSentEvents;

namespace Suyuan.GinLines;

/// <summary>
/// GL8 for a whole gin: where each of its lines stands, whenever one moves. A client that connects again hears of all of them.
/// </summary>
internal sealed class GinFeed(GinCode gin, LineWatch watch, IGrainFactory grains, GinLineQueries queries) : ILiveFeed
{
    private bool begun;

    public async Task<IReadOnlyList<SseItem<object>>?> Next(CancellationToken cancellationToken)
    {
        if (!begun)
        {
            begun = true;
            return await Look();
        }

        var heard = await watch.Next(FeedItems.LongestSilence, cancellationToken);
        return heard.Count == 0 ? await Look() : [.. heard.Select(FeedItems.Of)];
    }

    private async Task<IReadOnlyList<SseItem<object>>> Look()
    {
        var lines = await queries.LinesOf(gin);
        var views = await Task.WhenAll(lines.Select(line => grains.GinLine(new(gin, line)).Progress()));
        return [.. views.Where(view => !view.Refused).Select(view => FeedItems.First(view.Value))];
    }
}
