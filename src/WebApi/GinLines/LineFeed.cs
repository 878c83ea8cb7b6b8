using System.Globalization;
using System.Net.ServerSentEvents;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>
/// GL8: everything a line takes, in order, each once. The watch begins before the first look at the ledger and only says that there is
/// more; what there is is always read from the ledger. So there is no seam between what was missed and what is new, and a lost word
/// is made up for by the next one, or by the look that every silence ends with.
/// </summary>
internal sealed class LineFeed(GinLineId line, int? after, LineWatch watch, IGrainFactory grains, GinLineQueries queries, Reasons reasons)
    : ILiveFeed
{
    internal const int Page = 200;

    /// <summary>A feed that was up to date and fell so far behind is none any more.</summary>
    internal const int MostBehind = 10_000;

    private int sent;
    private LineProgress? known;

    public async Task<IReadOnlyList<SseItem<object>>?> Next(CancellationToken cancellationToken)
    {
        if (known is null)
        {
            known = await Look();
            // A number from before a database was restored is ahead of the line.
            sent = Math.Min(after ?? known.Number, known.Number);
            return [FeedItems.First(known)];
        }

        if (sent >= known.Number)
        {
            known = await watch.Next(FeedItems.LongestSilence, cancellationToken) is [var told] ? told : await Look();
            if (known.Number - sent > MostBehind) return null;
        }

        if (known.Number <= sent) return [FeedItems.Of(known)];
        var taken = await queries.TakenAfter(line, sent, Page);
        var items = taken.ConvertAll(Item);
        if (taken.Count > 0) sent = taken[^1].Number;
        if (taken.Count == Page) return items;

        // Not every number is a message: a changed collector has one too.
        sent = Math.Max(sent, known.Number);
        items.Add(FeedItems.Of(known));
        return items;
    }

    private async Task<LineProgress> Look() => (await grains.GinLine(line).Progress()).Value;

    private SseItem<object> Item(TakenMessage taken) =>
        new(LineMessageItem.Of(taken, reasons), taken.Refusal is null ? taken.Kind.Stored() : "refusal")
        {
            EventId = taken.Number.ToString(CultureInfo.InvariantCulture),
        };
}
