using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Orleans.Streams;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

internal sealed partial class GinLineGrain(
    [PersistentState("gin-line")] IPersistentState<GinLine> stored,
    IFacts facts,
    TimeProvider time,
    ILogger<GinLineGrain> log) : Grain, IGinLineGrain
{
    /// <summary>What other records may make true between the look and the write.</summary>
    private static readonly string[] Outdating = ["bales_pkey", "trace_card_on_one_line", "gin_line_card_changed"];

    private IAsyncStream<LineProgress>? news;

    public async Task<Result<GinLineView>> Get() =>
        stored.State.Exists ? stored.State.ToView(await Policy()) : SharedRefusals.NotFound("gin-line");

    public Task<Result<LineProgress>> Progress() => Task.FromResult<Result<LineProgress>>(
        stored.State.Exists ? stored.State.ToProgress() : SharedRefusals.NotFound("gin-line"));

    public async Task<Result<GinLineView>> Register(RegisterGinLine command)
    {
        if (!command.By.WorksAt(command.Line.Gin.Value)) return SharedRefusals.NotFound("gin");
        var policy = await Policy();
        return await this.Decide(stored, current => current.Register(command, policy), current => current.ToView(policy));
    }

    public async Task<Result<Verdict>> JudgeScan(Caller by, CardNumber card, int? delayBales)
    {
        if (!stored.State.Exists || !by.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("gin-line");
        var facts = new LineFacts { Now = time.GetUtcNow(), Policy = await Policy() };
        return Verdict.Of(stored.State.WhyNotScan(card, await Card(card), delayBales, facts));
    }

    public async Task<Result<LineReplies>> Take(TakeMessages command)
    {
        if (!stored.State.Exists || !command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("gin-line");
        var messages = command.Messages.Select(message => LineMessage.Of(command.By, message)).ToImmutableArray();
        var earlier = await EarlierOf(messages);
        var before = stored.State.Revision;
        var taken = await this.Decide<GinLine, LineReplies>(stored, Outdating, async violated =>
        {
            var facts = new LineFacts
            {
                Now = time.GetUtcNow(),
                Policy = await Policy(),
                Earlier = earlier,
                Bales = violated == "bales_pkey" ? await KnownBales(messages) : new Dictionary<BaleBarcode, BaleView>(),
            };
            var (line, replies) = await Judge(messages, facts);
            return new(current => line.Events.IsEmpty ? current : line, _ => replies);
        });
        if (stored.State.Revision != before) _ = Tell();
        return taken;
    }

    /// <summary>Tells who listens that something was written. The turn neither waits for them nor fails with them.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong with listeners, what was written is written.")]
    private async Task Tell()
    {
        try
        {
            news ??= this.GetStreamProvider(LiveStreams.Name).LinesOf(stored.State.Gin);
            await news.OnNextAsync(stored.State.ToProgress());
        }
        catch (Exception untold)
        {
            LogUntold(log, untold, stored.State.Gin, stored.State.Number);
        }
    }

    /// <summary>Judges the messages one after the other; cards are looked at when the first message asks for them.</summary>
    private async Task<(GinLine Line, LineReplies Replies)> Judge(ImmutableArray<LineMessage> messages, LineFacts facts)
    {
        var cards = new Dictionary<CardNumber, TraceCardView?>();
        facts = facts with { Cards = cards };
        var line = stored.State.Begin();
        var replies = ImmutableArray.CreateBuilder<LineReply>(messages.Length);
        foreach (var message in messages)
        {
            foreach (var number in line.CardsAskedFor(message.Command))
            {
                if (!cards.ContainsKey(number)) cards.Add(number, await Card(number));
            }

            var turn = line.Take(message, facts);
            line = turn.Line;
            replies.Add(turn.Reply);
        }

        return (line, new(replies.MoveToImmutable()));
    }

    /// <summary>What became of messages sent before: from the last write while it is in memory, otherwise from the ledger.</summary>
    private async Task<Dictionary<MessageIdentity, LineEvent>> EarlierOf(ImmutableArray<LineMessage> messages)
    {
        var line = stored.State;
        var repeated = messages
            .Select(message => message.Identity)
            .Where(identity => identity.Key is not null || identity.Sequence <= line.LastSequence)
            .Distinct()
            .ToList();
        var earlier = repeated
            .Select(identity => (identity, taken: line.Events.LastOrDefault(taken => taken.Is(identity))))
            .Where(found => found.taken is not null)
            .ToDictionary(found => found.identity, found => found.taken!);

        var elsewhere = repeated.Where(identity => !earlier.ContainsKey(identity)).ToList();
        if (elsewhere.Count == 0) return earlier;
        var found = await facts.Find<LineEvents>(
            "find_line_events",
            line.Gin.Value,
            line.Number,
            elsewhere.Where(identity => identity.Key is null).Select(identity => identity.Sequence!.Value).ToArray(),
            elsewhere.Select(identity => identity.Key).OfType<string>().ToArray());
        foreach (var taken in found?.Events ?? [])
            earlier[taken.Key is null ? new(taken.Sequence, null) : new(null, taken.Key)] = taken;
        return earlier;
    }

    private async Task<Dictionary<BaleBarcode, BaleView>> KnownBales(ImmutableArray<LineMessage> messages)
    {
        var barcodes = messages.Select(message => message.Command.Bale?.Barcode.Value).OfType<string>().ToArray();
        var known = await facts.Find<KnownBales>("find_bales", (object)barcodes);
        return (known?.Bales ?? []).ToDictionary(bale => bale.Barcode);
    }

    private async Task<SeasonPolicy> Policy() => (await GrainFactory.Season(SeasonYear.Of(time.GetUtcNow())).Get()).Value;

    private async Task<TraceCardView?> Card(CardNumber number)
    {
        var id = await facts.Find<TraceCardId>("find_trace_card_id", number.Value);
        if (id is null) return null;
        var card = await GrainFactory.TraceCard(id).Get();
        return card.Refused || card.Value.Card != number ? null : card.Value;
    }

    [LoggerMessage(LogLevel.Warning, "Listeners to line {Line} of gin {Gin} were not told of a write")]
    private static partial void LogUntold(ILogger log, Exception untold, GinCode gin, int line);
}
