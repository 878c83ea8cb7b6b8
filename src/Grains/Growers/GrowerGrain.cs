using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers;

internal sealed class GrowerGrain(
    [PersistentState("grower")] IPersistentState<Grower> stored,
    IPersonalData personal,
    IFacts facts) : Grain, IGrowerGrain
{
    private string Id => GrowerGrainFactory.IdOf(this.GetPrimaryKeyString());

    public Task<Result<GrowerView>> Get() => Task.FromResult(Shown(stored.State.Revision > 0));

    public Task<Result<GrowerView>> GetFor(Caller by) => Task.FromResult(Shown(stored.State.VisibleTo(by, Id)));

    public async Task<Result<GrowerPut>> Preview(PutGrower command)
    {
        var before = stored.State;
        var decided = before.Put(command, await Gather(command));
        if (decided.Refused) return decided.Refusal;
        if (await PlotOfAnother(command) is { } refusal) return refusal;
        return new GrowerPut(Id, Revision.ChangeSince(before.Revision, decided.Value.Revision));
    }

    public async Task<Result<GrowerPut>> Put(PutGrower command)
    {
        var known = await Gather(command);
        var before = stored.State.Revision;
        return await this.Decide(
            stored,
            grower => grower.Put(command, known),
            grower => new GrowerPut(Id, Revision.ChangeSince(before, grower.Revision)),
            async constraint => constraint == "plots_pkey" ? await PlotOfAnother(command) : null);
    }

    private Result<GrowerView> Shown(bool visible) => visible ? stored.State.ToView(Id) : SharedRefusals.NotFound("grower");

    private async Task<GrowerFacts> Gather(PutGrower command)
    {
        var company = GrainFactory.Region(command.Region).Get();
        var seasons = await Task.WhenAll(
            command.Plots.Select(plot => plot.Season).Distinct().Select(season => GrainFactory.Season(season).Get()));
        return new()
        {
            CompanyKnown = !(await company).Refused,
            ClosedSeasons = [.. seasons.Where(season => season.Value.Closed).Select(season => season.Value.Season)],
            Number = Kept(stored.State.Number, command.Number?.Value),
            Mobile = Kept(stored.State.Mobile, command.Mobile?.Value),
        };
    }

    private ProtectedText Kept(ProtectedText known, string? value) =>
        value is null || (stored.State.Revision > 0 && personal.Reveal(known) == value) ? known : personal.Protect(value);

    private async Task<Refusal?> PlotOfAnother(PutGrower command)
    {
        var plots = stored.State.NewAmong(command.Plots).ToImmutableArray();
        if (plots.IsEmpty) return null;
        var seasons = plots.Select(plot => plot.Season.Value).ToArray();
        var codes = plots.Select(plot => plot.Code.Value).ToArray();
        return await facts.Find<PlotOfAnother>("find_plot_of_another", Id, seasons, codes) is { } taken
            ? GrowerRefusals.PlotOfAnother(taken.Season, taken.Plot, taken.Grower)
            : null;
    }
}
