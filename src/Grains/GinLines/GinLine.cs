using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>What a gin line may do: GL1–GL5, and nothing about how it is stored or called.</summary>
[GenerateSerializer, Immutable, Alias("gin-line")]
public sealed partial record GinLine
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public GinCode Gin { get; init; }
    [Id(2)] public int Number { get; init; }
    [Id(3)] public CollectorModel Model { get; init; }

    /// <summary>The first is in work.</summary>
    [Id(4)] public ImmutableArray<QueuedCard> Queue { get; init; } = [];

    [Id(5)] public LastBaleView? LastBale { get; init; }
    [Id(6)] public long LastSequence { get; init; }
    [Id(7)] public long Bales { get; init; }

    /// <summary>What this write adds to the ledgers: messages, bales and card movements.</summary>
    [Id(8)] public ImmutableArray<LineEvent> Events { get; init; } = [];

    [Id(9)] public ImmutableArray<BaleView> Pressed { get; init; } = [];
    [Id(10)] public ImmutableArray<CardMovement> Movements { get; init; } = [];

    [JsonIgnore] public bool Exists => Revision > 0;

    [JsonIgnore] public bool LastBaleTraced => LastBale is { Traced: true };

    [JsonIgnore] public QueuedCard? InWork => Queue.IsEmpty ? null : Queue[0];

    public Result<GinLine> Register(RegisterGinLine command, SeasonPolicy policy)
    {
        if (command.Line.Number is < 1 or > GinLineId.LargestNumber) return GinLineRefusals.ImpossibleNumber(command.Line.Number);
        var limit = QueueLimitOf(command.Model, policy);
        if (Queue.Length > limit) return GinLineRefusals.QueueExceedsModel(Queue.Length, limit);
        if (Exists && Model == command.Model) return this;
        return Begin() with { Revision = Revision + 1, Gin = command.Line.Gin, Number = command.Line.Number, Model = command.Model };
    }

    /// <summary>GL1: judged in the manual's order.</summary>
    private LineJudgement Scan(CardNumber number, int? delayBales, LineFacts facts)
    {
        var card = Seen(number, facts);
        if (WhyNotScan(number, card, delayBales, facts) is { } whyNot) return new(this, whyNot);
        var line = Append(card!, NeedsDelay ? delayBales!.Value : 0);
        return new(line, LineAnswers.ToScan(line, LineMessageKind.Scan, facts.Policy.KilogramsPerBale));
    }

    internal Refusal? WhyNotScan(CardNumber number, TraceCardView? card, int? delayBales, LineFacts facts)
    {
        var policy = facts.Policy;
        var limit = QueueLimitOf(Model, policy);
        if (Unknown(card, policy.Season)) return GinLineRefusals.CardUnknown(number);
        if (card.Finished || card.QuotaKg is { } quota && card.ProcessedKg >= quota) return GinLineRefusals.CardFinished(number);
        if (card.QuotaKg is null) return TraceCardRefusals.QuotaUnknown(number);
        if (card.Line is { } line && line != Number) return TraceCardRefusals.OnAnotherLine(number, line);
        if (WhySeasonOver(facts) is { } over) return over;
        if (WhyNoDelay(delayBales, policy.MaximumDelayBales) is { } whyNoDelay) return whyNoDelay;
        if (InWork?.Card == number) return GinLineRefusals.CardInWork(number);
        if (Queue.Any(waiting => waiting.Card == number)) return GinLineRefusals.CardAlreadyQueued(number);
        return Queue.Length >= limit ? GinLineRefusals.QueueFull(limit) : null;
    }

    private LineJudgement Finish()
    {
        if (InWork is not { } card) return new(this, GinLineRefusals.NothingInWork);
        var line = (this with { Queue = Queue.RemoveAt(0) }).Moved(CardMovement.Of(card, CardMove.FinishedManual)).StartNext();
        return new(line, LineAnswers.ToFinish(card));
    }

    /// <summary>GL4: only hand-ended cards with quota left, on any line of the gin, to the tail.</summary>
    private LineJudgement Reopen(CardNumber number, Caller by, LineFacts facts)
    {
        var card = Seen(number, facts);
        if (WhyNotReopen(number, card, by, facts) is { } whyNot) return new(this, whyNot);
        var line = Append(card!, 0);
        return new(line, LineAnswers.ToScan(line, LineMessageKind.Reopen, facts.Policy.KilogramsPerBale));
    }

    private Refusal? WhyNotReopen(CardNumber number, TraceCardView? card, Caller by, LineFacts facts)
    {
        var policy = facts.Policy;
        if (by.Role is not (Role.GinVerifier or Role.Platform)) return GinLineRefusals.VerifierRequired;
        var limit = QueueLimitOf(Model, policy);
        if (UnknownAnywhere(card, policy.Season)) return GinLineRefusals.CardUnknown(number);
        if (card.State == CardState.FinishedAuto || card.QuotaKg is { } quota && card.ProcessedKg >= quota)
            return GinLineRefusals.CardComplete(number);
        if (card.State != CardState.FinishedManual) return GinLineRefusals.CardNotFinished(number);
        if (WhySeasonOver(facts) is { } over) return over;
        return Queue.Length >= limit ? GinLineRefusals.QueueFull(limit) : null;
    }

    /// <summary>
    /// A scan at an off-line collector is told later than it was done, so the deadline does not judge it: those cards are stopped
    /// where their file is made.
    /// </summary>
    private Refusal? WhySeasonOver(LineFacts facts)
    {
        var (season, deadline) = (facts.Policy.Season, facts.Policy.GinningDeadline);
        if (facts.Policy.Closed) return SeasonRefusals.Closed(season);
        return Model == CollectorModel.VI && ChinaTime.Passed(deadline, facts.Now)
            ? SeasonRefusals.GinningClosed(season, deadline!.Value)
            : null;
    }

    /// <summary>Untraced cotton still stands in the line; only the operator knows how many bales of it are left.</summary>
    private bool NeedsDelay => Queue.IsEmpty && !LastBaleTraced;

    private Refusal? WhyNoDelay(int? delay, int largest) => (NeedsDelay, delay) switch
    {
        (true, null) => GinLineRefusals.DelayRequired,
        (_, { } given) when given < 0 || given > largest => GinLineRefusals.DelayOutOfRange(given, largest),
        _ => null,
    };

    private bool Unknown([System.Diagnostics.CodeAnalysis.NotNullWhen(false)] TraceCardView? card, SeasonYear season) =>
        UnknownAnywhere(card, season)
        || Model != CollectorModel.VI && card.State is CardState.Printed or CardState.Exported && card.Line != Number;

    private bool UnknownAnywhere([System.Diagnostics.CodeAnalysis.NotNullWhen(false)] TraceCardView? card, SeasonYear season) =>
        card is null || card.Gin != Gin || card.Season != season || !card.UnitApproved || card.State == CardState.Voided;

    private GinLine Append(TraceCardView card, int delay)
    {
        var queued = new QueuedCard
        {
            Card = card.Card,
            Unit = card.Unit,
            UnitName = card.UnitName,
            QuotaKg = card.QuotaKg!.Value,
            ProcessedKg = card.ProcessedKg,
            Bales = card.Bales,
            Delay = delay,
            DelayLeft = delay,
        };
        return (this with { Queue = Queue.Add(queued) }).Moved(CardMovement.Of(queued, Queue.IsEmpty ? CardMove.InWork : CardMove.Queued));
    }

    /// <summary>The next card starts at once, without delay: traced cotton follows traced cotton.</summary>
    private GinLine StartNext() =>
        InWork is { } next ? Moved(CardMovement.Of(next, CardMove.InWork)) : this;

    /// <summary>Of a card that stays with the line only its last movement of a turn is worth writing.</summary>
    private GinLine Moved(CardMovement move)
    {
        var before = Movements.Length - 1;
        while (before >= 0 && Movements[before].Card != move.Card) before--;
        if (before < 0 || Movements[before].Move is not (CardMove.Queued or CardMove.InWork) || move.Move == CardMove.Withdrawn)
            return this with { Movements = Movements.Add(move) };
        return this with { Movements = Movements.SetItem(before, move with { Begins = move.Begins || Movements[before].Begins }) };
    }

    public static int QueueLimitOf(CollectorModel model, SeasonPolicy policy) => model switch
    {
        CollectorModel.IV => policy.QueueLimits.Four,
        CollectorModel.V => policy.QueueLimits.Five,
        _ => policy.QueueLimits.Six,
    };

    public LineProgress ToProgress() => new()
    {
        Line = Number,
        Number = Revision,
        LastSequence = LastSequence,
        Bales = Bales,
        Queued = Queue.Length,
        InWork = InWork?.ToView(),
    };

    public GinLineView ToView(SeasonPolicy policy) => new()
    {
        Gin = Gin,
        Line = Number,
        Model = Model,
        QueueLimit = QueueLimitOf(Model, policy),
        Queue = [.. Queue.Select(card => card.ToView())],
        InWork = InWork?.Card,
        LastBaleTraced = LastBaleTraced,
        LastBale = LastBale,
        LastSequence = LastSequence,
        Bales = Bales,
        Revision = Revision,
    };
}
