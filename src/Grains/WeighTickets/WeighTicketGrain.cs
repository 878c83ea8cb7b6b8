using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
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
            RefusalOf);
    }

    public async Task<Result<WeighTicketView>> Withdraw(WithdrawWeighTicket command)
    {
        var season = (await GrainFactory.Season(stored.State.Season).Get()).Value;
        var use = await Use(stored.State.Gin, stored.State.Ticket);
        return await this.Decide(
            stored, current => current.Withdraw(command, season, use, time.GetUtcNow()), current => current.ToView(), RefusalOf);
    }

    public async Task<Result<WeighTicketView>> Reinstate(Caller by)
    {
        var season = (await GrainFactory.Season(stored.State.Season).Get()).Value;
        return await this.Decide(stored, current => current.Reinstate(by, season), current => current.ToView());
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
            Use = await Use(command.Gin, command.Ticket),
        };
    }

    /// <summary>A card was printed, or its first bale pressed, between the look and the write.</summary>
    private async Task<Refusal?> RefusalOf(string constraint)
    {
        var use = await Use(stored.State.Gin, stored.State.Ticket);
        return (constraint, use) switch
        {
            ("weigh_ticket_printed", not null) => WeighTicketRefusals.Printed(use.Card),
            ("weigh_ticket_ginning_begun", not null) => WeighTicketRefusals.GinningBegun(use.Card),
            ("weigh_ticket_card_stands", not null) => WeighTicketRefusals.CardStands(use.Card),
            _ => null,
        };
    }

    private Task<TicketUse?> Use(GinCode gin, TicketNumber ticket) =>
        facts.Find<TicketUse>("find_ticket_use", gin.Value ?? "", ticket.Value ?? "");
}
