using System.Collections.Immutable;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

internal sealed class TraceUnitGrain(
    [PersistentState("trace-unit")] IPersistentState<TraceUnit> stored,
    IPersonalData personal,
    IFacts facts,
    TimeProvider clock) : Grain, ITraceUnitGrain
{
    private const string PlotTakenConstraint = "trace_unit_plots_pkey";
    private const string ProcessingConstraint = "trace_unit_processing";

    private bool processing;

    private string Id => TraceUnitGrainFactory.IdOf(this.GetPrimaryKeyString());

    public async Task<Result<TraceUnitView>> Get() => await Shown(stored.State.Revision > 0);

    public async Task<Result<TraceUnitView>> GetFor(Caller by) => await Shown(stored.State.VisibleTo(by));

    public async Task<Result<TraceUnitVerdicts>> Judge(Caller by)
    {
        if (!stored.State.VisibleTo(by)) return SharedRefusals.NotFound("trace-unit");
        return stored.State.Judge(by, await Gather());
    }

    public async Task<Result<TraceUnitView>> Form(FormTraceUnit command)
    {
        var known = new FormingFacts
        {
            Season = (await GrainFactory.Season(command.Season).Get()).Value,
            Choice = await Gather(command.Members, command.LegalPerson),
            Now = clock.GetUtcNow(),
            RegionKnown = command.Region is not { } region || !(await GrainFactory.Region(region).Get()).Refused,
            AccountRegion = command.By.Role is Role.Organizer
                ? (await GrainFactory.Account(UserName.Parse(command.By.Account, null)).Get()).Value.HomeRegion
                : null,
            Fingerprint = personal.Hash(JsonSerializer.Serialize(command, SuyuanJson.Options)),
        };
        return await Decide(unit => unit.Form(command, known), command.Season, command.Members);
    }

    public async Task<Result<TraceUnitView>> Edit(EditTraceUnit command)
    {
        if (!stored.State.VisibleTo(command.By)) return SharedRefusals.NotFound("trace-unit");
        var known = await Gather();
        var choice = await Gather(command.Members, command.LegalPerson);
        return await Decide(unit => unit.Edit(command, known, choice), stored.State.Season, command.Members);
    }

    public Task<Result<TraceUnitView>> Dissolve(DissolveTraceUnit command) =>
        Decide(command.By, (unit, known) => unit.Dissolve(command, known));

    public Task<Result<TraceUnitView>> Approve(ApproveTraceUnit command) =>
        Decide(command.By, (unit, known) => unit.Approve(command, known));

    public Task<Result<TraceUnitView>> Reject(RejectTraceUnit command) =>
        Decide(command.By, (unit, known) => unit.Reject(command, known));

    public Task<Result<TraceUnitView>> RevokeApproval(RevokeTraceUnitApproval command) =>
        Decide(command.By, (unit, known) => unit.RevokeApproval(command, known));

    private async Task<Result<TraceUnitView>> Decide(Caller by, Func<TraceUnit, UnitFacts, Result<TraceUnit>> decision)
    {
        if (!stored.State.VisibleTo(by)) return SharedRefusals.NotFound("trace-unit");
        var known = await Gather();
        return await Decide(unit => decision(unit, known), stored.State.Season, []);
    }

    private Task<Result<TraceUnitView>> Decide(
        Func<TraceUnit, Result<TraceUnit>> decision, SeasonYear season, ImmutableArray<ChosenMember> chosen) =>
        this.Decide(
            stored,
            decision,
            unit => unit.ToView(Id, processing),
            constraint => constraint switch
            {
                PlotTakenConstraint => PlotTaken(season, chosen),
                ProcessingConstraint => Task.FromResult<Refusal?>(TraceUnitRefusals.Processing(stored.State.Name)),
                _ => Task.FromResult<Refusal?>(null),
            });

    private async Task<Refusal?> PlotTaken(SeasonYear season, ImmutableArray<ChosenMember> chosen)
    {
        var plots = chosen.SelectMany(member => member.Plots).ToArray();
        var taken = await facts.Find<TakenPlot>("find_taken_plot", Id, season.Value, plots.Select(plot => plot.Value).ToArray());

        // Nothing found: the other unit let go of the plot a moment ago. The attempt failed all the same, and the next may succeed.
        return taken is null ? TraceUnitRefusals.PlotTaken(plots[0], "") : TraceUnitRefusals.PlotTaken(taken.Plot, taken.Unit);
    }

    private async Task<Result<TraceUnitView>> Shown(bool visible)
    {
        if (!visible) return SharedRefusals.NotFound("trace-unit");
        return stored.State.ToView(Id, await Processing());
    }

    private async Task<UnitFacts> Gather()
    {
        var season = await GrainFactory.Season(stored.State.Season).Get();
        return new() { Season = season.Value, Processing = await Processing() };
    }

    private async Task<ChoiceFacts> Gather(ImmutableArray<ChosenMember> chosen, LegalPersonDetails? legalPerson)
    {
        var growers = await Task.WhenAll(
            chosen.Select(member => member.Grower).Distinct().Select(grower => GrainFactory.Grower(grower).Get()));
        return new()
        {
            Growers = [.. growers.Where(grower => !grower.Refused).Select(grower => grower.Value)],
            LegalPerson = legalPerson is null
                ? null
                : LegalPerson.Of(legalPerson, personal.Protect(legalPerson.Number.Value), personal.Protect(legalPerson.Mobile.Value)),
        };
    }

    /// <summary>Only an approved unit's cotton is ginned, and once begun it stays begun: most calls need not ask.</summary>
    private async Task<bool> Processing() =>
        processing = processing
            || (stored.State.State is TraceUnitState.Approved
                && await facts.Find<TraceUnitProcessing>("find_trace_unit_processing", Id) is not null);
}
