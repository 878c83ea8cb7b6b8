namespace Suyuan.Collector;

/// <summary>
/// Behaves as a networked collector (type VI): resumes where the line stands, scans cards, presses bales, stops by itself.
/// </summary>
public sealed class LineSimulator(CollectorClient client, LineSimulatorOptions options, Action<LineProgress>? observe = null)
{
    private const int MostRefusalsInARow = 50;

    private readonly BalePress press = new(client.Gin, client.Line, options.Seed);
    private readonly Deterministic choices = new(options.Seed, client.Line);
    private SimulationSummary done = new();
    private int queue;
    private int room;
    private string? inWork;
    private decimal? kgLeft;
    private bool cardsLeft = options.NextCard is not null;
    private int refusalsInARow;

    public async Task<SimulationSummary> Run(CancellationToken cancellationToken = default)
    {
        await Resume(cancellationToken);
        var started = options.Clock.GetTimestamp();
        while (done.Bales < options.Bales)
        {
            await FillQueue(cancellationToken);
            if (queue == 0 && options.NextCard is not null)
            {
                done = done with { OutOfCards = true };
                break;
            }

            await Pace(started, cancellationToken);
            await Press(cancellationToken);
        }

        return done;
    }

    /// <summary>The line knows the last message that it took, whatever this side remembers.</summary>
    private async Task Resume(CancellationToken cancellationToken)
    {
        var line = await client.GetLine(cancellationToken);
        done = done with { LastSequence = line.LastSequence };
        room = line.QueueLimit;
        queue = line.Queue.Count;
        inWork = line.InWork;
        kgLeft = line.Queue.Count > 0 ? line.Queue[0].QuotaKg - line.Queue[0].ProcessedKg : null;
    }

    private async Task FillQueue(CancellationToken cancellationToken)
    {
        while (cardsLeft && queue < Math.Min(room, options.CardsAhead))
        {
            if (await options.NextCard!(cancellationToken) is not { } card)
            {
                cardsLeft = false;
                return;
            }

            await Scan(card, cancellationToken);
        }
    }

    private async Task Scan(string card, CancellationToken cancellationToken)
    {
        var reply = await Send(LineMessage.Scan(done.LastSequence + 1, card), cancellationToken);
        if (reply.Problem?.Code == "gin-line/delay-required")
        {
            var delay = options.DelayBales ?? choices.Between(0, 3);
            reply = await Send(LineMessage.Scan(done.LastSequence + 1, card, delay), cancellationToken);
        }

        if (reply.Problem?.Code == "gin-line/queue-full") room = queue;
        if (reply.Answer is not { } answer) return;
        done = done with { Scans = done.Scans + 1 };
        queue = answer.Position ?? queue + 1;
        if (queue == 1) kgLeft = answer.QuotaKg - answer.ProcessedKg;
        Tell(answer.InWork, null);
    }

    private async Task Press(CancellationToken cancellationToken)
    {
        var sequence = done.LastSequence + 1;
        var reply = await Send(press.Press(sequence, options.PressedAt?.Invoke(sequence) ?? Now()), cancellationToken);
        if (reply.Answer is not { } answer) return;
        var traced = answer.Traced == true;
        done = done with { Bales = done.Bales + 1, Traced = done.Traced + (traced ? 1 : 0) };
        if (traced) kgLeft = answer.QuotaKg - answer.ProcessedKg;
        if (answer.Finished == true) EndCard();
        Tell(answer.InWork, null);
    }

    private void EndCard()
    {
        done = done with { FinishedCards = done.FinishedCards + 1 };
        queue--;
        kgLeft = null;
    }

    private async Task<LineReply> Send(LineMessage message, CancellationToken cancellationToken)
    {
        var reply = await client.Send(message, cancellationToken);
        done = done with { Resent = done.Resent + reply.Resent };
        if (reply.Answer is { } answer)
        {
            refusalsInARow = 0;
            done = done with { LastSequence = answer.LastSequence };
            return reply;
        }

        if (reply.Problem is { Status: 401 or 403 or 404 } || ++refusalsInARow >= MostRefusalsInARow)
            throw new CollectorException($"The line refuses: {reply.Problem}");
        done = done with { Refused = done.Refused + 1 };
        // Whether a refused message used its number up is the line's to say.
        await Resume(cancellationToken);
        Tell(inWork, reply.Problem);
        return reply;
    }

    private void Tell(string? cardInWork, LineProblem? refused)
    {
        inWork = cardInWork;
        if (inWork is null) queue = 0;
        observe?.Invoke(new(done, queue, inWork, kgLeft, refused));
    }

    private async Task Pace(long started, CancellationToken cancellationToken)
    {
        if (options.Rate <= 0) return;
        var due = TimeSpan.FromSeconds(done.Bales / options.Rate) - options.Clock.GetElapsedTime(started);
        if (due > TimeSpan.Zero) await Task.Delay(due, options.Clock, cancellationToken);
    }

    private DateTimeOffset Now()
    {
        var now = options.Clock.GetUtcNow();
        return new(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }
}
