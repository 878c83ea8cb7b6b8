using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

internal sealed class GinLineGrain(
    [PersistentState("gin-line")] IPersistentState<GinLine> stored,
    IFacts facts,
    TimeProvider time) : Grain, IGinLineGrain
{
    private const int MostTries = 3;

    public async Task<Result<GinLineView>> Get() =>
        stored.State.Exists ? stored.State.ToView(await Policy()) : SharedRefusals.NotFound("gin-line");

    public async Task<Result<GinLineView>> Register(RegisterGinLine command)
    {
        if (!command.By.WorksAt(command.Line.Gin.Value)) return SharedRefusals.NotFound("gin");
        var policy = await Policy();
        return await this.Decide(stored, current => current.Register(command, policy), current => current.ToView(policy));
    }

    public Task<Result<LineAnswer>> Scan(ScanCard command) => Take(LineMessage.Of(command), async _ =>
    {
        var policy = await Policy();
        var card = await Card(command.Card);
        return new(
            line => line.Scan(command, card, policy),
            line => LineAnswers.ToScan(line, command.Card, policy.KilogramsPerBale));
    });

    public Task<Result<LineAnswer>> Press(PressBale command) => Take(LineMessage.Of(command), async taken =>
    {
        var gathered = new PressFacts
        {
            Policy = await Policy(),
            Cards = stored.State.NeedsCardFacts ? await QueuedCards() : new Dictionary<CardNumber, TraceCardView>(),
            Existing = taken == "bales_pkey" ? await facts.Find<BaleView>("find_bale", command.Barcode.Value) : null,
        };
        return new(line => line.Press(command, gathered), line => line.AnswerTo(command, gathered.Existing));
    });

    public Task<Result<LineAnswer>> Finish(FinishCard command) => Take(LineMessage.Of(command), _ =>
    {
        var card = stored.State.InWork;
        return Task.FromResult<Judgement>(new(line => line.Finish(), _ => LineAnswers.ToFinish(card!)));
    });

    public Task<Result<LineAnswer>> Reopen(ReopenCard command) => Take(LineMessage.Of(command), async _ =>
    {
        var policy = await Policy();
        var card = await Card(command.Card);
        return new(
            line => line.Reopen(command, card, policy),
            line => LineAnswers.ToScan(line, command.Card, policy.KilogramsPerBale) with { Kind = LineMessageKind.Reopen });
    });

    /// <summary>
    /// Answers a repeat as before; otherwise gathers, decides and writes. A constraint that another record's turn made true in between
    /// sends it back to gather again, with that constraint's name.
    /// </summary>
    private async Task<Result<LineAnswer>> Take(LineMessage message, Func<string?, Task<Judgement>> gather)
    {
        if (!stored.State.Exists || !message.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("gin-line");
        if (stored.State.Earlier(message, await EventOf(message.Identity)) is { } earlier) return earlier;

        string? violated = null;
        for (var attempt = 1; ; attempt++)
        {
            var judgement = await gather(violated);
            var taken = await this.Decide(
                stored,
                line => line.Take(message, time.GetUtcNow(), judgement.Decision, judgement.Answer),
                line => line.Last!,
                constraint => Task.FromResult(Violated(constraint, attempt)));
            if (taken.Refused && taken.Refusal.Code == GatherAgain) violated = taken.Refusal.Arguments[0].Value;
            else return taken.Refused ? taken.Refusal : taken.Value.Outcome;
        }
    }

    /// <summary>Never leaves the grain: what was gathered is no longer true.</summary>
    private const string GatherAgain = "gin-line/gather-again";

    private static Refusal? Violated(string constraint, int attempt) =>
        attempt < MostTries && constraint is "bales_pkey" or "trace_card_on_one_line" or "gin_line_card_changed"
            ? Refusal.Conflict(GatherAgain, ("constraint", constraint))
            : null;

    private async Task<LineEvent?> EventOf(MessageIdentity identity)
    {
        var line = stored.State;
        if (identity.Key is { } key)
        {
            return line.Last?.Key == key
                ? line.Last
                : await facts.Find<LineEvent>("find_line_event_by_key", line.Gin.Value, line.Number, key);
        }

        if (identity.Sequence is not { } sequence || sequence > line.LastSequence) return null;
        return line.Last?.Sequence == sequence
            ? line.Last
            : await facts.Find<LineEvent>("find_line_event", line.Gin.Value, line.Number, sequence);
    }

    private async Task<SeasonPolicy> Policy() => (await GrainFactory.Season(SeasonYear.Of(time.GetUtcNow())).Get()).Value;

    private async Task<TraceCardView?> Card(CardNumber number)
    {
        var id = await facts.Find<TraceCardId>("find_trace_card_id", number.Value);
        if (id is null) return null;
        var card = await GrainFactory.TraceCard(id).Get();
        return card.Refused || card.Value.Card != number ? null : card.Value;
    }

    private async Task<Dictionary<CardNumber, TraceCardView>> QueuedCards()
    {
        var views = await Task.WhenAll(stored.State.Queue.Where(card => !card.Started).Select(card => Card(card.Card)));
        return views.OfType<TraceCardView>().ToDictionary(card => card.Card);
    }

    private sealed record Judgement(Func<GinLine, Result<GinLine>> Decision, Func<GinLine, LineAnswer> Answer);
}
