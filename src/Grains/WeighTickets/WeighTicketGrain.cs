using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Seasons;

namespace Suyuan.WeighTickets;

internal sealed class WeighTicketGrain(
    [PersistentState("weigh-ticket")] IPersistentState<WeighTicket> stored,
    IFacts facts,
    IPersonalData personalData,
    TimeProvider time) : Grain, IWeighTicketGrain
{
    public Task<Result<WeighTicketView>> Get() =>
        Task.FromResult<Result<WeighTicketView>>(stored.State.Exists ? stored.State.ToView() : SharedRefusals.NotFound("weigh-ticket"));

    public async Task<Result<WeighTicketView>> Upload(UploadWeighTicket command)
    {
        if (!command.By.WorksAt(command.Gin.Value)) return SharedRefusals.NotFound("gin");
        var gathered = await Gather(command);
        return await this.Decide(
            stored, current => current.Upload(command, gathered), current => current.ToView(),
            constraint => RefusalOf(constraint, command));
    }

    public async Task<Result<WeighTicketView>> Waive(WaiveLateTicket command)
    {
        var season = (await GrainFactory.Season(stored.State.Season).Get()).Value;
        return await this.Decide(stored, current => current.Waive(command, season, time.GetUtcNow()), current => current.ToView());
    }

    private async Task<TicketFacts> Gather(UploadWeighTicket command)
    {
        var season = SeasonYear.Of(command.GrossAt);
        var grower = await GrainFactory.Grower(personalData.Hash(command.Person.Value)).Get();
        var policy = await GrainFactory.Season(season).Get();
        return new()
        {
            Now = time.GetUtcNow(),
            Grower = grower.Refused ? null : grower.Value,
            Policy = policy.Value,
            OwnSeasonClosed = stored.State.Exists && (await GrainFactory.Season(stored.State.Season).Get()).Value.Closed,
            Units = await UnitsOfPlots.Find(facts, season, command.Plots),
            Use = await facts.Find<TicketUse>("find_ticket_use", command.Gin.Value, command.Ticket.Value),
        };
    }

    /// <summary>A card was printed, or its first bale pressed, between the look and the write.</summary>
    private async Task<Refusal?> RefusalOf(string constraint, UploadWeighTicket command)
    {
        var use = await facts.Find<TicketUse>("find_ticket_use", command.Gin.Value, command.Ticket.Value);
        return (constraint, use) switch
        {
            ("weigh_ticket_printed", not null) => WeighTicketRefusals.Printed(use.Card),
            ("weigh_ticket_ginning_begun", not null) => WeighTicketRefusals.GinningBegun(use.Card),
            _ => null,
        };
    }
}
