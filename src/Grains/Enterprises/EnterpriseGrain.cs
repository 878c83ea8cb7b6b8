using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

internal sealed class EnterpriseGrain(
    [PersistentState("enterprise")] IPersistentState<Enterprise> stored,
    IPersonalData personal,
    TimeProvider clock) : Grain, IEnterpriseGrain
{
    private CreditCode CreditCode => EnterpriseGrainFactory.CreditCodeOf(this.GetPrimaryKeyString());

    public Task<Result<EnterpriseView>> Get() => Task.FromResult(Shown(stored.State.Revision > 0));

    public Task<Result<EnterpriseView>> GetFor(Caller by) => Task.FromResult(Shown(stored.State.VisibleTo(CreditCode, by)));

    public async Task<Result<AccountView>> Register(RegisterEnterprise command)
    {
        Result<Enterprise> Decide(Enterprise enterprise) =>
            enterprise.Register(CreditCode, command, personal.Hash(command.Mobile.Value), clock.GetUtcNow());

        // The code is spent only for a registration that would go through.
        if (Decide(stored.State).Refusal is { } refusal) return refusal;
        if (AccountRights.RefusalOf(command.UserName, AccountOf(command)) is { } reserved) return reserved;
        var admitted = await GrainFactory.AccountDesk(command.Mobile.Value)
            .Admit(new(command.Mobile, command.Code, command.UserName, command.Password));
        if (admitted.Refused) return admitted.Refusal;
        // Before the record is written, and after the code: else anybody could ask which names are taken.
        if (!(await GrainFactory.Account(command.UserName).Get()).Refused) return AccountRefusals.UserNameTaken(command.UserName);

        var registered = await this.Decide(stored, Decide, enterprise => enterprise.ToView(CreditCode));
        return registered.Refused ? registered.Refusal : await GrainFactory.Account(command.UserName).Create(AccountOf(command));
    }

    private CreateAccount AccountOf(RegisterEnterprise command) => new()
    {
        By = new(SelfRegistration.Account, Role.EnterpriseAdministrator, CreditCode.Value),
        DisplayName = command.DisplayName,
        Roles = [new(Role.Recorder, CreditCode.Value), new(Role.EnterpriseAdministrator, CreditCode.Value)],
        Password = command.Password,
        Mobile = command.Mobile,
    };

    private Result<EnterpriseView> Shown(bool visible)
    {
        if (!visible) return SharedRefusals.NotFound("enterprise");
        return stored.State.ToView(CreditCode);
    }
}
