using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>Plays a day at a line: what it says must be what the reference says, message by message, and so must where it stands.</summary>
internal sealed class LineScript
{
    private static readonly Caller Person = new("qts65001", Role.Ginner, "65001");
    private readonly GivenGinDay day = new();
    private readonly ReferenceLine reference;
    private readonly List<(LineCommand Message, Caller By)> sent = [];
    private readonly List<PressedBale> pressed = [];
    private readonly List<(LineCommand Message, Said Expected)> turn = [];
    private Caller speaker = GivenLine.Device;

    public LineScript()
    {
        reference = new(day);
        Line = new(day);
    }

    public StoredLine Line { get; }

    /// <summary>Every reply, in order.</summary>
    public List<Said> Replies { get; } = [];

    public LineScript Play(IEnumerable<LineStep> steps)
    {
        foreach (var step in steps)
        {
            if (step.What < 87) Say(step);
            else Happen(step);
        }

        Flush();
        Agree();
        return this;
    }

    private void Say(LineStep step)
    {
        var (message, by) = step.What switch
        {
            >= 77 when sent.Count > 0 => sent[^(1 + step.Back % sent.Count)],
            >= 74 => (MessageOf(step) with { Identity = new(reference.Last + 1 + step.Back % 3, null) }, GivenLine.Device),
            >= 71 => (MessageOf(step) with { Identity = new(Math.Max(1, reference.Last - step.Back % 3), null) }, GivenLine.Device),
            _ => Usual(step),
        };
        if (!step.Joins || by != speaker) Flush();
        speaker = by;
        sent.Add((message, by));
        turn.Add((message, reference.Take(message, by)));
    }

    private (LineCommand, Caller) Usual(LineStep step)
    {
        var message = MessageOf(step);
        var by = message.Kind == LineMessageKind.Reopen && step.Detail % 4 > 0 ? GivenLine.Verifier : step.Detail == 0 ? Person : GivenLine.Device;
        return by == Person ? (message with { Identity = new(null, $"key{step.Back}") }, by) : (message, by);
    }

    private LineCommand MessageOf(LineStep step)
    {
        var identity = new MessageIdentity(reference.Last + 1, null);
        return (step.What % 71) switch
        {
            < 35 => new() { Identity = identity, Kind = LineMessageKind.Bale, Bale = BaleOf(step) },
            < 60 => new()
            {
                Identity = identity, Kind = LineMessageKind.Scan, Card = day.NumberOf(step.Card), DelayBales = step.Delay < -1 ? null : step.Delay,
            },
            < 65 => new() { Identity = identity, Kind = LineMessageKind.Finish },
            _ => new() { Identity = identity, Kind = LineMessageKind.Reopen, Card = day.NumberOf(step.Card) },
        };
    }

    private PressedBale BaleOf(LineStep step)
    {
        if (step.Detail == 1 && pressed.Count > 0) return pressed[^(1 + step.Back % pressed.Count)];
        if (step.Detail == 2 && pressed.Count > 0) return pressed[^(1 + step.Back % pressed.Count)] with { GrossKg = new(222.2m) };
        var barcode = step.Detail switch
        {
            3 => "32650021610011221550000000000000",
            4 => "32650012612121221550000000000000",
            5 => GivenGinDay.OthersBale.Value,
            _ => $"3265001261001122155{pressed.Count:0000000000000}",
        };
        var bale = new PressedBale
        {
            Barcode = new(barcode),
            GrossKg = new(step.Detail switch { 6 => 1.4m, 7 => 1_000.001m, 8 => 1.401m, < 14 => 150, < 20 => 301.4m, _ => 226.4m }),
            RegainPct = step.Back switch { 8 => 10.1m, 9 => 50.001m, _ => 8.5m },
            PressedAt = GivenLine.Now,
        };
        pressed.Add(bale);
        return bale;
    }

    /// <summary>What others do: it comes between two turns, and only where their own rules let it.</summary>
    private void Happen(LineStep step)
    {
        Flush();
        var card = day.Cards[step.Card % day.Cards.Count];
        var untouched = card is { State: "fresh", Bales: 0 };
        if (step.What < 91) Assert.Equal(reference.Switch((CollectorModel)(step.Detail % 3)), Line.Switch((CollectorModel)(step.Detail % 3))?.Code);
        else if (step.What < 94 && !day.Approved.Remove(card.Unit)) day.Approved.Add(card.Unit);
        else if (step.What < 94 && reference.Processing.Contains(card.Unit)) day.Approved.Add(card.Unit);
        else if (step.What == 94 && card is { Quota: not null, Bales: 0 }) card.Quota += step.Back * 50;
        else if (step.What == 95 && untouched) card.Voided = true;
        else if (step.What == 96 && untouched) card.ExportedTo ??= 1;
        else if (step.What > 96) Line.Restart();
    }

    private void Flush()
    {
        if (turn.Count == 0) return;
        var replies = Line.Take([.. turn.Select(said => said.Message)], speaker).Select(Said.By).ToList();
        Assert.Equal(turn.Select(said => said.Expected), replies);
        Replies.AddRange(replies);
        turn.Clear();
        Agree();
    }

    private void Agree()
    {
        var line = Line.Line;
        Assert.Equal(
            reference.Queue.Select(card => (card.Number, card.Delay, card.Processed, card.Bales)),
            line.Queue.Select(card => (card.Card, card.DelayLeft, card.ProcessedKg.Value, card.Bales)));
        Assert.Equal((reference.Last, reference.LastTraced, reference.Bales), (line.LastSequence, line.LastBaleTraced, (int)line.Bales));
        Assert.Equal(reference.Model, line.Model);
        Assert.Equal(reference.Processing, Line.Processing);
        foreach (var card in day.Cards) Agree(card, Line.View(card.Number)!);
    }

    private void Agree(ReferenceCard card, TraceCardView view)
    {
        Assert.Equal((card.Processed, card.Bales), (view.ProcessedKg.Value, view.Bales));
        var place = reference.Queue.IndexOf(card);
        if (place >= 0) Assert.Equal((place == 0 ? CardState.InWork : CardState.Queued, 1), (view.State, view.Line));
        else if (card.State != "fresh") Assert.Equal(StoredLine.StateOf(card.State), view.State);
        else Assert.Equal(day.Printed(card.Number)!.State, view.State);
    }
}
