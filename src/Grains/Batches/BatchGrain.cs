using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Inputs;

namespace Suyuan.Batches;

internal sealed partial class BatchGrain(
    [PersistentState("batch")] IPersistentState<Batch> stored, BatchGathering gathering, IFacts facts) : Grain, IBatchGrain
{
    private CreditCode Enterprise => BatchGrainFactory.BatchOf(this.GetPrimaryKeyString()).Enterprise;

    private BatchNumber Number => BatchGrainFactory.BatchOf(this.GetPrimaryKeyString()).Number;

    private bool Exists => stored.State.Revision > 0;

    public async Task<Result<BatchView>> GetFor(Caller by) =>
        await Hidden(by) ?? (Result<BatchView>)stored.State.ToView(gathering.Catalogue);

    public async Task<Result<BatchVerdicts>> Judge(Caller by) =>
        await Hidden(by) ?? (Result<BatchVerdicts>)stored.State.Judge(by, await gathering.CodesBound(this.GetPrimaryKeyString()));

    public async Task<Result<Verdict>> JudgeDeclaring(Caller by) =>
        await Hidden(by) ?? (Result<Verdict>)Verdict.Of(stored.State.AgainstDeclaring());

    public async Task<Result<BatchView>> Open(OpenBatch command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        var known = await gathering.ForOpening(Enterprise, command, stored.State.Answers);
        return await Decide(batch => batch.Open(Enterprise, Number, command, known), Violated(command.Zone, command.ProductFiling));
    }

    public async Task<Result<BatchView>> Edit(EditBatch command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var known = await gathering.ForEditing(Enterprise, command.Zone, command.Plots, command.Answers, stored.State.Answers);
        return await Decide(batch => batch.Edit(command, known), Violated(command.Zone, ""));
    }

    public async Task<Result<BatchView>> Complete(CompleteBatch command) => await Closed(command.By)
        ?? await Decide(batch => batch.Complete(command, gathering.By(command.By.Account)));

    public async Task<Result<BatchView>> Reopen(ReopenBatch command) => await Closed(command.By)
        ?? await Decide(
            batch => batch.Reopen(command, gathering.By(command.By.Account, command.Reason)), Violated(stored.State.Zone, ""));

    public async Task<Result<BatchView>> Void(VoidBatch command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var bound = await gathering.CodesBound(this.GetPrimaryKeyString());
        return await Decide(
            batch => batch.Void(command, bound, gathering.By(command.By.Account, command.Reason)), Violated(stored.State.Zone, ""));
    }

    public async Task<Result<BatchView>> AddStage(ChooseStage command) => await Closed(command.By)
        ?? await Decide(batch => batch.AddStage(command, gathering.Catalogue));

    public async Task<Result<BatchView>> RemoveStage(ChooseStage command) => await Closed(command.By)
        ?? await Decide(batch => batch.RemoveStage(command));

    public async Task<Result<DeclarationView>> Declare(IssueDeclaration command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var enterprise = await GrainFactory.Enterprise(Enterprise).GetFor(command.By);
        var profile = await GrainFactory.Enterprise(Enterprise).GetProfile(command.By);
        var zone = await GrainFactory.ProductionZone(Enterprise, stored.State.Zone).GetFor(command.By);
        if ((enterprise.Refusal ?? profile.Refusal ?? zone.Refusal) is { } unknown) return unknown;
        var known = new DeclarationFacts
        {
            Producer = profile.Value.Answers.Text("name") ?? enterprise.Value.Name,
            Phone = profile.Value.Answers.Text("publicPhone"),
            Origin = zone.Value.Answers.Text("address") ?? "",
            By = gathering.By(command.By.Account),
            Today = gathering.Today,
        };
        return await this.Decide(
            stored, batch => batch.Declare(command, known), batch => batch.Declarations[^1].ToView(batch.Declarations.Length));
    }

    private Task<Result<BatchView>> Decide(Func<Batch, Result<Batch>> decision, Func<string, Refusal?>? violated = null) => this.Decide(
        stored,
        decision,
        batch => batch.ToView(gathering.Catalogue),
        constraint => Task.FromResult(violated?.Invoke(constraint)));

    /// <summary>What another record made true between the look and the write.</summary>
    private Func<string, Refusal?> Violated(string zone, string productFiling) => constraint => constraint switch
    {
        "batch_product_filed" => BatchRefusals.ProductNotFiled(productFiling),
        "batch_zone_in_use" => EnterpriseRefusals.UnknownZone(zone),
        "batch_plots_in_zone" => BatchRefusals.PlotNotInZone(""),
        "batch_codes_bound" => BatchRefusals.CodesBound(Number),
        _ => null,
    };

    private async Task<Refusal?> Hidden(Caller by) =>
        await GrainFactory.AgainstReading(Enterprise, by) ?? (Exists ? null : SharedRefusals.NotFound("batch"));

    private async Task<Refusal?> Closed(Caller by) =>
        await GrainFactory.AgainstWriting(Enterprise, by) ?? (Exists ? null : SharedRefusals.NotFound("batch"));
}
