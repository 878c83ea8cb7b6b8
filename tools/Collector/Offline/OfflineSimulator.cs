namespace Suyuan.Collector;

/// <summary>Works a line off line: keeps cards in the queue and presses bales, all from what the card files brought.</summary>
public sealed class OfflineSimulator(OfflineCollector collector, BalePress press, TimeProvider clock)
{
    private const int CardsAhead = 3;

    /// <summary>Presses so many bales and tells how many of them were traced.</summary>
    public long Run(int bales, Action<OfflineLine>? observe = null, CancellationToken cancellationToken = default)
    {
        var traced = 0L;
        for (var bale = 0; bale < bales; bale++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Queue();
            if (collector.Line.InWork is { DelayLeft: 0 }) traced++;
            Press();
            observe?.Invoke(collector.Line);
        }

        return traced;
    }

    public void Press() => collector.Press(press.Press(collector.Line.LastSequence + 1, Now()));

    private void Queue()
    {
        while (collector.Line.Queue.Count < CardsAhead && collector.Line.HasRoom && Next() is { } card)
        {
            // A line that stands on untraced cotton is asked for the delay; a bale or two is usual.
            if (collector.Scan(card, collector.Line.NeedsDelay ? 1 : null) is { } refusal)
                throw new CollectorException($"{card}: {refusal.Message}");
        }
    }

    private string? Next() => collector.Line.Cards.Values
        .FirstOrDefault(card => !card.Finished && !collector.Line.Queue.Contains(card.Number))?.Number;

    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}
