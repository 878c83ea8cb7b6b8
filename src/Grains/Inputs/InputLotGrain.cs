using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

internal sealed class InputLotGrain(
    [PersistentState("input-lot")] IPersistentState<InputLot> stored,
    FormIntake intake,
    IFacts facts,
    TimeProvider clock) : Grain, IInputLotGrain
{
    private const string StockConstraint = "input_lots_stock";

    private CreditCode Enterprise => InputGrainFactory.LotOf(this.GetPrimaryKeyString()).Enterprise;

    private string Id => InputGrainFactory.LotOf(this.GetPrimaryKeyString()).Id;

    private bool Exists => stored.State.Revision > 0;

    public async Task<Result<InputLotView>> GetFor(Caller by)
    {
        if (await GrainFactory.AgainstReading(Enterprise, by) is { } refusal) return refusal;
        return Exists ? await Shown() : SharedRefusals.NotFound("input-lot");
    }

    public async Task<Result<InputLotView>> Add(AddInputLot command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        var item = await GrainFactory.Input(Enterprise, command.Item).Get();
        if (item.Refused) return InputRefusals.ItemUnknown(command.Item);
        var filled = await intake.Fill(InputForms.Purchase, Enterprise, command.Answers, Exists ? stored.State.Answers : null);
        return await Decide(lot => lot.Add(Id, item.Value, filled, By(command.By)));
    }

    public async Task<Result<InputLotView>> Edit(EditInput command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var filled = await intake.Fill(stored.State.Form, Enterprise, command.Answers, stored.State.Answers);
        return await Decide(lot => lot.Edit(filled, command.ExpectedRevision, By(command.By)), filled.Answers);
    }

    public async Task<Result<InputLotView>> Retire(RetireInput command) =>
        await Closed(command.By) ?? await Decide(lot => lot.Retire(command.ExpectedRevision, By(command.By, command.Reason)));

    public async Task<Result<InputLotView>> Reinstate(ReinstateInput command) =>
        await Closed(command.By) ?? await Decide(lot => lot.Reinstate(command.ExpectedRevision, By(command.By)));

    private async Task<Result<InputLotView>> Decide(Func<InputLot, Result<InputLot>> decision, FormAnswers? asked = null)
    {
        var decided = await this.Decide(
            stored,
            decision,
            lot => lot,
            async constraint => constraint == StockConstraint && asked is not null ? await Short(asked) : null);
        return decided.Refused ? decided.Refusal : await Shown();
    }

    /// <summary>Lowering a purchase takes from the stock as a use does: more than is left is not to be had.</summary>
    private async Task<Refusal> Short(FormAnswers asked)
    {
        var view = await Shown();
        var taken = view.Quantity - (PurchaseRules.QuantityOf(asked) ?? 0);
        return InputRefusals.InsufficientStock(Id, view.ItemName, taken, view.Quantity - view.Used);
    }

    private async Task<InputLotView> Shown()
    {
        var item = await GrainFactory.Input(Enterprise, stored.State.Item).Get();
        var use = await facts.Find<LotUse>("find_lot_use", Enterprise.Value, Id);
        return stored.State.ToView(Enterprise, Id, item.Value, use?.Used ?? 0);
    }

    private async Task<Refusal?> Closed(Caller by) =>
        await GrainFactory.AgainstWriting(Enterprise, by) ?? (Exists ? null : SharedRefusals.NotFound("input-lot"));

    private Deed By(Caller by, string? reason = null) => new(by.Account, clock.GetUtcNow(), reason?.Trim());
}
