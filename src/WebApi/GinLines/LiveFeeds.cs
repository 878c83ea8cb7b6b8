using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>Runs the node's live feeds: so many for an account, each until its client goes, and not longer than a sign-in.</summary>
internal sealed class LiveFeeds(IHostApplicationLifetime node) : IDisposable
{
    internal const int MostOfAccount = 16;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> seats = PartitionedRateLimiter.Create<string, string>(
        account => RateLimitPartition.GetConcurrencyLimiter(account, _ => new() { PermitLimit = MostOfAccount }));

    /// <summary>A place for one more feed; the account's own until it is given back.</summary>
    public RateLimitLease Seat(Caller caller) => seats.AttemptAcquire(caller.Account);

    public async IAsyncEnumerable<SseItem<object>> Follow(ILiveFeed feed, [EnumeratorCancellation] CancellationToken gone = default)
    {
        using var expiry = new CancellationTokenSource(Longest);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(gone, node.ApplicationStopping, expiry.Token);
        while (true)
        {
            var (items, end) = await Next(feed, ended.Token, gone);
            foreach (var item in items) yield return item;
            if (end is not { } reason) continue;
            yield return FeedItems.End(reason);
            yield break;
        }
    }

    public void Dispose() => seats.Dispose();

    private async Task<(IReadOnlyList<SseItem<object>> Items, FeedEndReason? End)> Next(
        ILiveFeed feed, CancellationToken ended, CancellationToken gone)
    {
        try
        {
            if (await feed.Next(ended) is not { } items) return ([], FeedEndReason.TooSlow);
            // Who always has something to say must still stop with the node.
            return (items, ended.IsCancellationRequested ? Why : null);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            return ([], Why);
        }
        catch (Exception failure) when (FailureHandler.MeansTryAgain(failure))
        {
            return ([], FeedEndReason.Unavailable);
        }
    }

    private FeedEndReason Why => node.ApplicationStopping.IsCancellationRequested ? FeedEndReason.Stopping : FeedEndReason.Expired;
}
