using System.Collections.Concurrent;
using System.Threading.Channels;
using Orleans.Streams;

namespace Suyuan.GinLines;

/// <summary>
/// Hears the news of a gin, or of one line of it. Of each line only the latest word is kept: whoever listens slowly holds nobody up, and
/// nothing piles up for them.
/// </summary>
internal sealed class LineWatch : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, LineProgress> latest = new();
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(1);
    private StreamSubscriptionHandle<LineProgress>? subscription;

    public static async Task<LineWatch> Begin(IStreamProvider live, GinCode gin, int? line = null)
    {
        var watch = new LineWatch();
        watch.subscription = await live.LinesOf(gin).SubscribeAsync((progress, _) =>
        {
            if (line is null || progress.Line == line) watch.Hear(progress);
            return Task.CompletedTask;
        });
        return watch;
    }

    /// <summary>What was told since the last call; nothing when it stays silent for so long.</summary>
    public async Task<IReadOnlyList<LineProgress>> Next(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(longest);
        try
        {
            await bell.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }

        return [.. latest.Keys.Order().Select(line => latest.TryRemove(line, out var progress) ? progress : null).OfType<LineProgress>()];
    }

    public async ValueTask DisposeAsync()
    {
        if (subscription is not null) await subscription.UnsubscribeAsync();
    }

    private void Hear(LineProgress progress)
    {
        latest.AddOrUpdate(progress.Line, progress, (_, known) => progress.Number > known.Number ? progress : known);
        bell.Writer.TryWrite(true);
    }
}
