using System.Globalization;

namespace Suyuan.Collector;

/// <summary>
/// A line as its off-line collector sees it: the cards of its card files, its queue, its sequence. Every rule is the platform's (GL1 to
/// GL4), so that what it records will be accepted. It changes only by card files and by rows, the same that go into a collection file.
/// </summary>
public sealed class OfflineLine
{
    private readonly Dictionary<string, OfflineCard> cards = new(StringComparer.Ordinal);
    private readonly List<string> queue = [];
    private ProcessedWeight weight = new("conditioned", 2.5m, 8.5m);
    private int queueLimit = 10;
    private int mostDelay = 20;
    private bool lastBaleTraced;

    public long LastSequence { get; private set; }

    /// <summary>The last sequence that the platform has, as the newest card file says.</summary>
    public long Delivered { get; private set; }

    public int LastCardFile { get; private set; }

    public int LastCollectionFile { get; private set; }

    public long Bales { get; private set; }

    public IReadOnlyDictionary<string, OfflineCard> Cards => cards;

    /// <summary>The first is in work.</summary>
    public IReadOnlyList<string> Queue => queue;

    public OfflineCard? InWork => queue.Count == 0 ? null : cards[queue[0]];

    public bool NeedsDelay => queue.Count == 0 && !lastBaleTraced;

    public bool HasRoom => queue.Count < queueLimit;

    public void Import(SealedFile file)
    {
        LastCardFile = Int(file["fileNumber"]);
        queueLimit = Int(file["queueLimit"]);
        mostDelay = Int(file["maximumDelayBales"]);
        weight = ProcessedWeight.Of(file);
        Delivered = long.Parse(file["lastSequence"], CultureInfo.InvariantCulture);
        // A collector that was replaced goes on where the platform stands.
        LastSequence = Math.Max(LastSequence, Delivered);
        LastCollectionFile = Math.Max(LastCollectionFile, Int(file["lastCollectionFile"]));
        foreach (var cells in file.Rows.Select(row => row.Split(','))) Import(cells);
    }

    public void Collected(int file) => LastCollectionFile = Math.Max(LastCollectionFile, file);

    public OfflineRefusal? WhyNotScan(string card, int? delay)
    {
        if (!cards.TryGetValue(card, out var known)) return OfflineRefusal.CardUnknown;
        if (known.Finished) return OfflineRefusal.CardFinished;
        if (NeedsDelay && delay is null) return OfflineRefusal.DelayRequired;
        if (delay < 0 || delay > mostDelay) return OfflineRefusal.DelayOutOfRange;
        if (queue.IndexOf(card) is var place and >= 0) return place == 0 ? OfflineRefusal.CardInWork : OfflineRefusal.CardAlreadyQueued;
        return HasRoom ? null : OfflineRefusal.QueueFull;
    }

    public OfflineRefusal? WhyNotReopen(string card)
    {
        if (!cards.TryGetValue(card, out var known)) return OfflineRefusal.CardUnknown;
        if (known.Complete) return OfflineRefusal.CardComplete;
        if (!known.Ended) return OfflineRefusal.CardNotFinished;
        return HasRoom ? null : OfflineRefusal.QueueFull;
    }

    /// <summary>Takes a recorded row, now or when the collector starts again.</summary>
    public void Take(OfflineMessage message)
    {
        LastSequence = message.Sequence;
        switch (message.Kind)
        {
            case "scan":
                Append(message.Card!, NeedsDelay ? message.DelayBales ?? 0 : 0);
                break;
            case "reopen":
                Append(message.Card!, 0);
                break;
            case "finish":
                cards[queue[0]] = InWork! with { Ended = true };
                queue.RemoveAt(0);
                break;
            default:
                Press(message);
                break;
        }
    }

    private void Append(string card, int delay)
    {
        cards[card] = cards[card] with { DelayLeft = delay, Ended = false };
        queue.Add(card);
    }

    private void Press(OfflineMessage bale)
    {
        Bales++;
        lastBaleTraced = InWork is { DelayLeft: 0 };
        if (InWork is not { } card) return;
        if (card.DelayLeft > 0)
        {
            cards[card.Number] = card with { DelayLeft = card.DelayLeft - 1 };
            return;
        }

        var processed = weight.Of(bale.GrossKg, bale.TareKg, bale.RegainPct, bale.ImpurityPct);
        cards[card.Number] = card with { ProcessedKg = card.ProcessedKg + processed, Bales = card.Bales + 1 };
        if (cards[card.Number].Complete) queue.RemoveAt(0);
    }

    private void Import(string[] cells)
    {
        if (queue.Contains(cells[0]) || cards.TryGetValue(cells[0], out var known) && (known.Bales > 0 || known.Ended)) return;
        if (cells[4] == "withdrawn") cards.Remove(cells[0]);
        else cards[cells[0]] = new(cells[0], cells[1], decimal.Parse(cells[2], CultureInfo.InvariantCulture));
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
