using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Seasons;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

internal sealed class TraceCardGrain(
    [PersistentState("trace-card")] IPersistentState<TraceCard> stored,
    IFacts facts,
    TimeProvider time) : Grain, ITraceCardGrain
{
    private const string ChipTaken = "card_chips_pkey";
    private static readonly string[] OutdatingPrint = ["trace_card_ticket_changed", ChipTaken];

    public async Task<Result<TraceCardView>> Get() =>
        stored.State.Exists ? await View(await Progress()) : SharedRefusals.NotFound("trace-card");

    public async Task<Result<TraceCardView>> Print(PrintTraceCard command)
    {
        if (!command.By.WorksAt(command.Gin.Value)) return SharedRefusals.NotFound("gin");
        return await Viewed(await this.Decide<TraceCard, TraceCard>(stored, OutdatingPrint, async _ =>
        {
            var gathered = stored.State.Printable ? await Gather(command) : null;
            return new(current => current.Print(command, gathered), current => current);
        }));
    }

    public async Task<Result<Verdict>> JudgePrinting(Caller by, GinCode gin, TicketNumber ticket)
    {
        if (!by.WorksAt(gin.Value) || (await GrainFactory.WeighTicket(gin, ticket).Get()).Refused)
            return SharedRefusals.NotFound("weigh-ticket");
        return new Verdict([.. stored.State.AgainstPrinting(await Look(gin, ticket))]);
    }

    public async Task<Result<TraceCardVerdicts>> Judge(Caller by, CardNumber card)
    {
        if (!by.WorksAt(stored.State.Gin.Value) || stored.State.Number != card) return SharedRefusals.NotFound("trace-card");
        var known = await Facts();
        return new TraceCardVerdicts
        {
            Reprint = Verdict.Of(stored.State.AgainstReprinting(known)),
            Void = Verdict.On(stored.State.Void(new(by, card), known)),
        };
    }

    public async Task<Result<TraceCardView>> Reprint(ReprintTraceCard command)
    {
        if (!command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("trace-card");
        var known = await Facts();
        return await Answer(current => current.Reprint(command, known));
    }

    public async Task<Result<TraceCardView>> SetChips(SetCardChips command)
    {
        if (!command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("trace-card");
        return await Viewed(await this.Decide<TraceCard, TraceCard>(stored, [ChipTaken], async _ =>
        {
            var (known, state) = (await Facts(), stored.State);
            var taken = await Taken(state.Gin, state.Season, state.Ticket, command.Chips);
            return new(current => current.SetChips(command, known, taken), current => current);
        }));
    }

    public async Task<Result<TraceCardView>> Export(ExportTraceCard command)
    {
        if (!command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("trace-card");
        var ticket = await Ticket();
        var known = await Facts();
        return await Answer(current => current.Export(command, ticket, known), InUse);
    }

    public async Task<Result<TraceCardView>> Void(VoidTraceCard command)
    {
        if (!command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("trace-card");
        var known = await Facts();
        return await Answer(current => current.Void(command, known), InUse);
    }

    /// <summary>A line took the card between the look and the write.</summary>
    private Refusal? InUse(string constraint) =>
        constraint == "trace_card_in_use" ? TraceCardRefusals.NotVoidable(stored.State.Number, CardState.Queued) : null;

    private async Task<Result<TraceCardView>> Answer(
        Func<TraceCard, Result<TraceCard>> decision, Func<string, Refusal?>? refusalOf = null) =>
        await Viewed(await this.Decide(
            stored, decision, current => current, constraint => Task.FromResult(refusalOf?.Invoke(constraint))));

    private async Task<Result<TraceCardView>> Viewed(Result<TraceCard> decided) =>
        decided.Refused ? decided.Refusal : await View(await Progress());

    private async Task<PrintFacts?> Gather(PrintTraceCard command)
    {
        if (await Look(command.Gin, command.Ticket) is not { } seen) return null;
        var serial = await facts.Find<CardSerial>("next_card_serial", command.Gin.Value, seen.Ticket.Season.Value);
        return seen with
        {
            TakenChip = await Taken(command.Gin, seen.Ticket.Season, command.Ticket, command.Chips),
            Serial = serial ?? throw new InvalidOperationException("next_card_serial answered nothing."),
        };
    }

    private async Task<PrintFacts?> Look(GinCode gin, TicketNumber number)
    {
        var ticket = await GrainFactory.WeighTicket(gin, number).Get();
        if (ticket.Refused) return null;
        var units = await UnitsOfPlots.Find(facts, ticket.Value.Season, ticket.Value.Plots);
        var views = await Task.WhenAll(units.Select(unit => GrainFactory.TraceUnit(unit).Get()));
        var policy = await GrainFactory.Season(ticket.Value.Season).Get();
        return new()
        {
            Now = time.GetUtcNow(),
            Ticket = ticket.Value,
            Units = [.. views.Where(view => !view.Refused).Select(view => view.Value)],
            SeasonClosed = policy.Value.Closed,
        };
    }

    private async Task<TakenChip?> Taken(GinCode gin, SeasonYear season, TicketNumber ticket, ImmutableArray<ChipCode> chips) =>
        chips.IsEmpty ? null : await facts.Find<TakenChip>(
            "find_taken_chip", gin.Value, season.Value, ticket.Value, chips.Select(chip => chip.Value).ToArray());

    private async Task<CardFacts> Facts() => new()
    {
        Now = time.GetUtcNow(),
        Season = (await GrainFactory.Season(stored.State.Season).Get()).Value,
        Progress = await Progress(),
    };

    private Task<CardProgress?> Progress() =>
        stored.State.Exists
            ? facts.Find<CardProgress>("find_card_progress", stored.State.Number.Value)
            : Task.FromResult<CardProgress?>(null);

    private async Task<WeighTicketView> Ticket() =>
        (await GrainFactory.WeighTicket(stored.State.Gin, stored.State.Ticket).Get()).Value;

    private async Task<Result<TraceCardView>> View(CardProgress? progress)
    {
        var ticket = await Ticket();
        var unit = await GrainFactory.TraceUnit(stored.State.Unit).Get();
        var policy = await GrainFactory.Season(stored.State.Season).Get();
        return stored.State.ToView(ticket, unit.Refused ? null : unit.Value, progress, policy.Value.KilogramsPerBale);
    }
}
