using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

/// <summary>
/// What the grains of zones, plots and products do. A base class, since they differ in nothing but the name under which each is stored,
/// and a grain's record is named on the constructor of its own class.
/// </summary>
internal abstract class EnterpriseEntryGrain(
    string form,
    IPersistentState<EnterpriseEntry> stored,
    FormIntake intake,
    IFacts facts,
    TimeProvider clock) : Grain, IEnterpriseEntryGrain
{
    private const string ZoneConstraint = "plot_zone_in_use";
    private const string PlotsConstraint = "production_zone_has_plots";
    private const string BatchConstraint = "enterprise_entry_used_by_batch";

    private CreditCode Enterprise => EntryGrainFactory.EntryOf(this.GetPrimaryKeyString()).Enterprise;

    private string Id => EntryGrainFactory.EntryOf(this.GetPrimaryKeyString()).Id;

    private bool Exists => stored.State.Revision > 0;

    public async Task<Result<EnterpriseEntryView>> GetFor(Caller by)
    {
        if (await GrainFactory.AgainstReading(Enterprise, by) is { } refusal) return refusal;
        return Exists ? stored.State.ToView(form, Id) : SharedRefusals.NotFound(form);
    }

    public async Task<Result<EnterpriseEntryView>> Add(SaveEntry command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        var (filled, known) = await Gather(command);
        return await Decide(entry => entry.Add(Enterprise, command, filled, known), command.Zone);
    }

    public async Task<Result<EnterpriseEntryView>> Change(SaveEntry command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var (filled, known) = await Gather(command);
        return await Decide(entry => entry.Change(Enterprise, command, filled, known), command.Zone);
    }

    public async Task<Result<EnterpriseEntryView>> Retire(RetireEntry command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var use = await facts.Find<EntryUse>("find_entry_use", Enterprise.Value, Id) ?? new();
        return await Decide(entry => entry.Retire(command, use, By(command.By)), null);
    }

    private async Task<(FilledForm Filled, EntryFacts Known)> Gather(SaveEntry command)
    {
        var filled = await intake.Fill(form, Enterprise, command.Answers, stored.State.Answers);
        return (filled, new()
        {
            Standing = await facts.Find<FilingStanding>("filing_standing", Enterprise.Value, command.ProductFiling ?? "") ?? new(),
            ZoneKnown = command.Zone is { } zone && await facts.Find<KnownZone>("find_zone_in_use", Enterprise.Value, zone) is not null,
            By = By(command.By),
        });
    }

    private Task<Result<EnterpriseEntryView>> Decide(Func<EnterpriseEntry, Result<EnterpriseEntry>> decision, string? zone) => this.Decide(
        stored,
        decision,
        entry => entry.ToView(form, Id),
        constraint => Task.FromResult<Refusal?>(constraint switch
        {
            ZoneConstraint => EnterpriseRefusals.UnknownZone(zone),
            PlotsConstraint => EnterpriseRefusals.ZoneHasPlots,
            BatchConstraint => EnterpriseRefusals.UsedByBatch(null),
            _ => null,
        }));

    private async Task<Refusal?> Closed(Caller by) =>
        await GrainFactory.AgainstWriting(Enterprise, by) ?? (Exists ? null : SharedRefusals.NotFound(form));

    private Deed By(Caller by) => new(by.Account, clock.GetUtcNow());
}
