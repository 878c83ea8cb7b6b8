using System.Collections.Immutable;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.Silo.Storage;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>The line with its grain and its tables played in memory: facts are gathered, turns written and derived as there.</summary>
internal sealed class StoredLine
{
    public static readonly SeasonPolicy Policy = new()
    {
        Season = new(2026), MaximumDelayBales = 3, QueueLimits = new() { Four = 2, Five = 3, Six = 4 },
    };

    private readonly GivenGinDay day;
    private readonly Dictionary<CardNumber, (CardState State, int? Line, Kilograms ProcessedKg, int Bales)> progress = [];
    private readonly Dictionary<BaleBarcode, BaleView> bales = new()
    {
        [GivenGinDay.OthersBale] = new() { Barcode = GivenGinDay.OthersBale, Gin = GivenLine.Gin, Line = 2 },
    };

    private readonly List<string> ledger = [];

    public StoredLine(GivenGinDay day)
    {
        this.day = day;
        foreach (var card in day.Cards.Where(card => card.State != "fresh"))
            progress[card.Number] = (StateOf(card.State), card.State == "elsewhere" ? 2 : null, new(card.Processed), card.Bales);
        Line = new GinLine().Register(new(GivenLine.Device, new(GivenLine.Gin, 1), CollectorModel.VI), Policy).Value;
    }

    public GinLine Line { get; private set; }

    public HashSet<string> Processing { get; } = ["c"];

    /// <summary>Everything that is stored, in one text: the line without its last turn, its messages, its bales and its cards.</summary>
    public string Stored => string.Join('\n', [
        JsonSerializer.Serialize(Line.Begin(), StateSerializer.Options),
        .. ledger,
        .. bales.Values.Select(bale => JsonSerializer.Serialize(bale, StateSerializer.Options)),
        .. progress.OrderBy(card => card.Key.Value, StringComparer.Ordinal).Select(card => $"{card}"),
        .. Processing.Order(StringComparer.Ordinal)]);

    public static CardState StateOf(string state) => state switch
    {
        "manual" => CardState.FinishedManual, "auto" => CardState.FinishedAuto, "elsewhere" => CardState.InWork, _ => CardState.Printed,
    };

    public Refusal? Switch(CollectorModel model)
    {
        var switched = Line.Register(new(GivenLine.Device, new(GivenLine.Gin, 1), model), Policy);
        if (!switched.Refused) Line = switched.Value;
        return switched.Refusal;
    }

    /// <summary>What is in memory goes; what is on disk is read again: the line without its last turn, which the ledgers have.</summary>
    public void Restart() =>
        Line = JsonSerializer.Deserialize<GinLine>(JsonSerializer.Serialize(Line.Begin(), StateSerializer.Options), StateSerializer.Options)!;

    public IEnumerable<LineReply> Take(IReadOnlyList<LineCommand> commands, Caller by)
    {
        var messages = commands.Select(command => LineMessage.Of(by, command)).ToImmutableArray();
        var (line, replies) = Judge(messages, []);
        // bales_pkey refuses the write; the turn is judged again, knowing them.
        if (line.Pressed.Any(bale => bales.ContainsKey(bale.Barcode))) (line, replies) = Judge(messages, bales);
        if (!line.Events.IsEmpty) Write(line);
        return replies;
    }

    public TraceCardView? View(CardNumber number)
    {
        var card = day.Printed(number);
        return card is null || !progress.TryGetValue(number, out var made)
            ? card
            : card with { State = made.State, Line = made.Line, ProcessedKg = made.ProcessedKg, Bales = made.Bales };
    }

    private (GinLine Line, List<LineReply> Replies) Judge(ImmutableArray<LineMessage> messages, Dictionary<BaleBarcode, BaleView> known)
    {
        var cards = new Dictionary<CardNumber, TraceCardView?>();
        var facts = new LineFacts { Now = GivenLine.Now, Policy = Policy, Cards = cards, Bales = known, Earlier = EarlierOf(messages) };
        var line = Line.Begin();
        var replies = new List<LineReply>();
        foreach (var message in messages)
        {
            foreach (var number in line.CardsAskedFor(message.Command)) cards.TryAdd(number, View(number));
            var turn = line.Take(message, facts);
            line = turn.Line;
            replies.Add(turn.Reply);
        }

        return (line, replies);
    }

    private Dictionary<MessageIdentity, LineEvent> EarlierOf(ImmutableArray<LineMessage> messages) => messages
        .Select(message => message.Identity)
        .Where(identity => identity.Key is not null || identity.Sequence <= Line.LastSequence)
        .Distinct()
        .Select(identity => (identity, taken: Line.Events.LastOrDefault(taken => taken.Is(identity)) ?? InLedger(identity)))
        .Where(found => found.taken is not null)
        .ToDictionary(found => found.identity, found => found.taken!);

    private LineEvent? InLedger(MessageIdentity identity) => ledger
        .Select(text => JsonSerializer.Deserialize<LineEvent>(text, StateSerializer.Options)!).LastOrDefault(taken => taken.Is(identity));

    private void Write(GinLine line)
    {
        Assert.Equal(Enumerable.Range(Line.Revision + 1, line.Events.Length), line.Events.Select(taken => taken.Number));
        foreach (var move in line.Movements) Derive(move);
        foreach (var bale in line.Pressed) bales.Add(bale.Barcode, bale);
        ledger.AddRange(line.Events.Select(taken => JsonSerializer.Serialize(taken, StateSerializer.Options)));
        Line = line;
    }

    /// <summary>As derive_gin_line.</summary>
    private void Derive(CardMovement move)
    {
        if (move.Move == CardMove.Withdrawn)
        {
            Assert.True(progress.Remove(move.Card));
            return;
        }

        Assert.True(
            !progress.TryGetValue(move.Card, out var held) || held.Line == 1 || held is { Line: null, State: CardState.FinishedManual },
            $"Another line holds card {move.Card}.");
        var state = Enum.Parse<CardState>(move.Move.ToString());
        progress[move.Card] = (state, move.Move is CardMove.Queued or CardMove.InWork ? 1 : null, move.ProcessedKg, move.Bales);
        if (move.Begins) Processing.Add(move.Unit);
    }
}
