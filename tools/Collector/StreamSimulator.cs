namespace Suyuan.Collector;

/// <summary>
/// As LineSimulator, over the line's stream with many messages in flight: it presses on what it has heard so far, and each scan carries
/// the delay that the line may ask for.
/// </summary>
public sealed class StreamSimulator(
    CollectorClient client, LineStreamer streamer, LineSimulatorOptions options, Action<LineProgress>? observe = null)
{
    private readonly BalePress press = new(client.Gin, client.Line, options.Seed);
    private readonly Deterministic choices = new(options.Seed, client.Line);
    private SimulationSummary done = new();
    private long sequence;
    private long pressed;
    private int queue;
    private int room;
    private bool cardsLeft = options.NextCard is not null;
    private long started;

    public async Task<SimulationSummary> Run(CancellationToken cancellationToken = default)
    {
        var line = await client.GetLine(cancellationToken);
        (sequence, queue) = (line.LastSequence, line.Queue.Count);
        room = Math.Min(line.QueueLimit, options.CardsAhead);
        started = options.Clock.GetTimestamp();
        await streamer.Run(() => Next(cancellationToken), Hear, cancellationToken);
        return done with { Resent = streamer.Resent };
    }

    private async ValueTask<LineMessage?> Next(CancellationToken cancellationToken)
    {
        if (cardsLeft && queue < room && await Scan(cancellationToken) is { } scan) return scan;
        if (pressed == options.Bales) return null;
        if (queue == 0 && options.NextCard is not null && !cardsLeft)
        {
            done = done with { OutOfCards = true };
            return null;
        }

        await Pace(cancellationToken);
        pressed++;
        sequence++;
        return press.Press(sequence, options.PressedAt?.Invoke(sequence) ?? Seconds(options.Clock.GetUtcNow()));
    }

    private async ValueTask<LineMessage?> Scan(CancellationToken cancellationToken)
    {
        if (await options.NextCard!(cancellationToken) is { } card)
        {
            queue++;
            return LineMessage.Scan(++sequence, card, options.DelayBales ?? choices.Between(0, 3));
        }

        cardsLeft = false;
        return null;
    }

    private void Hear(LineMessage message, StreamedReply reply)
    {
        done = done with { LastSequence = message.Sequence };
        var scan = message.Resource == "scans";
        if (reply.Answer is not { } answer)
        {
            done = done with { Refused = done.Refused + 1 };
            if (scan) queue--;
        }
        else if (scan)
        {
            done = done with { Scans = done.Scans + 1 };
        }
        else
        {
            var finished = answer.Finished == true ? 1 : 0;
            queue -= finished;
            done = done with
            {
                Bales = done.Bales + 1,
                Traced = done.Traced + (answer.Traced == true ? 1 : 0),
                FinishedCards = done.FinishedCards + finished,
            };
        }

        observe?.Invoke(new(done, queue, reply.Answer?.InWork, reply.Answer?.QuotaKg - reply.Answer?.ProcessedKg, reply.Problem));
    }

    private async Task Pace(CancellationToken cancellationToken)
    {
        if (options.Rate <= 0) return;
        var due = TimeSpan.FromSeconds(pressed / options.Rate) - options.Clock.GetElapsedTime(started);
        if (due > TimeSpan.Zero) await Task.Delay(due, options.Clock, cancellationToken);
    }

    private static DateTimeOffset Seconds(DateTimeOffset now) => new(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
