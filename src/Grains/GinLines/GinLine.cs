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

    /// <summary>The last message taken, as long as it is in memory; repeats of it need no look at the ledger.</summary>
    [JsonIgnore] public LineEvent? Last => Events.IsEmpty ? null : Events[^1];

    [JsonIgnore] public bool Exists => Revision > 0;

    [JsonIgnore] public bool LastBaleTraced => LastBale is { Traced: true };

    [JsonIgnore] public QueuedCard? InWork => Queue.IsEmpty ? null : Queue[0];

    public Result<GinLine> Register(RegisterGinLine command, SeasonPolicy policy)
    {
        if (command.Line.Number is < 1 or > GinLineId.LargestNumber) return GinLineRefusals.ImpossibleNumber(command.Line.Number);
        var limit = QueueLimitOf(command.Model, policy);
        if (Queue.Length > limit) return GinLineRefusals.QueueExceedsModel(Queue.Length, limit);
        if (Exists && Model == command.Model) return this;
        return Settled() with { Revision = Revision + 1, Gin = command.Line.Gin, Number = command.Line.Number, Model = command.Model };
    }

    /// <summary>GL1: judged in the manual's order.</summary>
    internal Result<GinLine> Scan(ScanCard scan, TraceCardView? card, SeasonPolicy policy)
    {
        var limit = QueueLimitOf(Model, policy);
        if (Unknown(card, policy.Season)) return GinLineRefusals.CardUnknown(scan.Card);
        if (card.Finished || card.QuotaKg is { } quota && card.ProcessedKg >= quota) return GinLineRefusals.CardFinished(scan.Card);
        if (card.QuotaKg is null) return TraceCardRefusals.QuotaUnknown(scan.Card);
        if (card.Line is { } line && line != Number) return TraceCardRefusals.OnAnotherLine(scan.Card, line);
        if (WhyNoDelay(scan.DelayBales, policy.MaximumDelayBales) is { } whyNoDelay) return whyNoDelay;
        if (InWork?.Card == scan.Card) return GinLineRefusals.CardInWork(scan.Card);
        if (Queue.Any(waiting => waiting.Card == scan.Card)) return GinLineRefusals.CardAlreadyQueued(scan.Card);
        if (Queue.Length >= limit) return GinLineRefusals.QueueFull(limit);
        return Append(card, NeedsDelay ? scan.DelayBales!.Value : 0);
    }

    internal Result<GinLine> Finish()
    {
        if (InWork is not { } card) return GinLineRefusals.NothingInWork;
        var next = this with { Queue = Queue.RemoveAt(0), Movements = Movements.Add(CardMovement.Of(card, CardMove.FinishedManual)) };
        return next.StartNext();
    }

    /// <summary>GL4: only hand-ended cards with quota left, on any line of the gin, to the tail.</summary>
    internal Result<GinLine> Reopen(ReopenCard command, TraceCardView? card, SeasonPolicy policy)
    {
        if (command.By.Role is not (Role.GinVerifier or Role.Platform)) return GinLineRefusals.VerifierRequired;
        var limit = QueueLimitOf(Model, policy);
        if (UnknownAnywhere(card, policy.Season)) return GinLineRefusals.CardUnknown(command.Card);
        if (card.State == CardState.FinishedAuto || card.QuotaKg is { } quota && card.ProcessedKg >= quota)
            return GinLineRefusals.CardComplete(command.Card);
        if (card.State != CardState.FinishedManual) return GinLineRefusals.CardNotFinished(command.Card);
        if (Queue.Length >= limit) return GinLineRefusals.QueueFull(limit);
        return Append(card, 0);
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
        var move = CardMovement.Of(queued, Queue.IsEmpty ? CardMove.InWork : CardMove.Queued);
        return this with { Queue = Queue.Add(queued), Movements = Movements.Add(move) };
    }

    /// <summary>The next card starts at once, without delay: traced cotton follows traced cotton.</summary>
    private GinLine StartNext() =>
        InWork is { } next ? this with { Movements = Movements.Add(CardMovement.Of(next, CardMove.InWork)) } : this;

    public static int QueueLimitOf(CollectorModel model, SeasonPolicy policy) => model switch
    {
        CollectorModel.IV => policy.QueueLimits.Four,
        CollectorModel.V => policy.QueueLimits.Five,
        _ => policy.QueueLimits.Six,
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
