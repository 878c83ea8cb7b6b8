using Suyuan.Common;
using Suyuan.Seasons;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

internal sealed class TraceCardGrain(
    [PersistentState("trace-card")] IPersistentState<TraceCard> stored,
    IFacts facts,
    TimeProvider time) : Grain, ITraceCardGrain
{
    private static readonly string[] OutdatingPrint = ["trace_card_ticket_changed"];

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

    public async Task<Result<TraceCardView>> Reprint(ReprintTraceCard command)
    {
        if (!command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("trace-card");
        var progress = await Progress();
        return await Answer(current => current.Reprint(command, progress, time.GetUtcNow()));
    }

    public async Task<Result<TraceCardView>> Export(ExportTraceCard command)
    {
        if (!command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("trace-card");
        var ticket = await Ticket();
        var progress = await Progress();
        return await Answer(current => current.Export(command, ticket, progress), InUse);
    }

    public async Task<Result<TraceCardView>> Void(VoidTraceCard command)
    {
        if (!command.By.WorksAt(stored.State.Gin.Value)) return SharedRefusals.NotFound("trace-card");
        var progress = await Progress();
        return await Answer(current => current.Void(command, progress), InUse);
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
        var ticket = await GrainFactory.WeighTicket(command.Gin, command.Ticket).Get();
        if (ticket.Refused) return null;
        var units = await UnitsOfPlots.Find(facts, ticket.Value.Season, ticket.Value.Plots);
        var views = await Task.WhenAll(units.Select(unit => GrainFactory.TraceUnit(unit).Get()));
        var serial = await facts.Find<CardSerial>("next_card_serial", command.Gin.Value, ticket.Value.Season.Value);
        return new()
        {
            Now = time.GetUtcNow(),
            Ticket = ticket.Value,
            Units = [.. views.Where(view => !view.Refused).Select(view => view.Value)],
            Serial = serial ?? throw new InvalidOperationException("next_card_serial answered nothing."),
        };
    }

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
