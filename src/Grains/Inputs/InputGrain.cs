using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

internal sealed class InputGrain(
    [PersistentState("input")] IPersistentState<Input> stored,
    FormCatalogue forms,
    FormIntake intake,
    TimeProvider clock) : Grain, IInputGrain
{
    private const string UnitInUseConstraint = "input_unit_in_use";

    private CreditCode Enterprise => InputGrainFactory.ItemOf(this.GetPrimaryKeyString()).Enterprise;

    private string Id => InputGrainFactory.ItemOf(this.GetPrimaryKeyString()).Id;

    private bool Exists => stored.State.Revision > 0;

    public Task<Result<InputView>> Get() => Task.FromResult(Shown());

    public async Task<Result<InputView>> GetFor(Caller by) => await GrainFactory.AgainstReading(Enterprise, by) ?? Shown();

    public async Task<Result<InputView>> Add(AddInput command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        if (!InputForms.IsOfItem(command.Form) || forms.Find(command.Form) is null) return InputRefusals.KindUnknown(command.Form);
        var filled = await intake.Fill(command.Form, Enterprise, command.Answers, Exists ? stored.State.Answers : null);
        return await Decide(input => input.Add(Id, filled, By(command.By)));
    }

    public async Task<Result<InputView>> Edit(EditInput command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var filled = await intake.Fill(stored.State.Form, Enterprise, command.Answers, stored.State.Answers);
        return await Decide(input => input.Edit(filled, command.ExpectedRevision, By(command.By)));
    }

    public async Task<Result<InputView>> Retire(RetireInput command) =>
        await Closed(command.By)
            ?? await Decide(input => input.Retire(command.ExpectedRevision, By(command.By, command.Reason)));

    public async Task<Result<InputView>> Reinstate(ReinstateInput command) =>
        await Closed(command.By) ?? await Decide(input => input.Reinstate(command.ExpectedRevision, By(command.By)));

    private Task<Result<InputView>> Decide(Func<Input, Result<Input>> decision) => this.Decide(
        stored,
        decision,
        input => input.ToView(Enterprise, Id),
        constraint => Task.FromResult(constraint == UnitInUseConstraint ? InputRefusals.UnitInUse(stored.State.Unit) : null));

    private async Task<Refusal?> Closed(Caller by) =>
        await GrainFactory.AgainstWriting(Enterprise, by) ?? (Exists ? null : SharedRefusals.NotFound("input"));

    private Deed By(Caller by, string? reason = null) => new(by.Account, clock.GetUtcNow(), reason?.Trim());

    private Result<InputView> Shown()
    {
        if (!Exists) return SharedRefusals.NotFound("input");
        return stored.State.ToView(Enterprise, Id);
    }
}
