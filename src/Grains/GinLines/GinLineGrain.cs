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
    /// <summary>What other records may make true between the look and the write.</summary>
    private static readonly string[] Outdating = ["bales_pkey", "trace_card_on_one_line", "gin_line_card_changed"];

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
        return Task.FromResult<Judgement<GinLine, LineAnswer>>(new(line => line.Finish(), _ => LineAnswers.ToFinish(card!)));
    });

    public Task<Result<LineAnswer>> Reopen(ReopenCard command) => Take(LineMessage.Of(command), async _ =>
    {
        var policy = await Policy();
        var card = await Card(command.Card);
        return new(
            line => line.Reopen(command, card, policy),
            line => LineAnswers.ToScan(line, command.Card, policy.KilogramsPerBale) with { Kind = LineMessageKind.Reopen });
    });

    /// <summary>Answers a repeat as before; otherwise gathers, decides and writes.</summary>
    private async Task<Result<LineAnswer>> Take(LineMessage message, Func<string?, Task<Judgement<GinLine, LineAnswer>>> gather)
    {
        if (!stored.State.Exists || !message.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("gin-line");
        if (stored.State.Earlier(message, await EventOf(message.Identity)) is { } earlier) return earlier;

        var taken = await this.Decide<GinLine, LineEvent>(stored, Outdating, async violated =>
        {
            var turn = await gather(violated);
            return new(line => line.Take(message, time.GetUtcNow(), turn.Decision, turn.View), line => line.Last!);
        });
        return taken.Refused ? taken.Refusal : taken.Value.Outcome;
    }

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
}
