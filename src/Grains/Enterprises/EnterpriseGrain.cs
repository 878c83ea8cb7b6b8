using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

internal sealed class EnterpriseGrain(
    [PersistentState("enterprise")] IPersistentState<Enterprise> stored,
    IPersonalData personal,
    FormIntake intake,
    IFacts facts,
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

    public Task<Result<EnterpriseProfileView>> GetProfile(Caller by) => Task.FromResult<Result<EnterpriseProfileView>>(
        stored.State.VisibleTo(CreditCode, by) ? stored.State.ToProfile(CreditCode) : SharedRefusals.NotFound("enterprise"));

    public async Task<Result<EnterpriseProfileView>> SaveProfile(SaveProfile command)
    {
        if (stored.State.Revision == 0 || !command.By.WorksFor(CreditCode)) return SharedRefusals.NotFound("enterprise");
        var filled = await intake.Fill(EnterpriseProfile.Form, CreditCode, command.Answers, stored.State.Profile?.Answers);
        var known = new EntryFacts
        {
            Standing = await facts.Find<FilingStanding>("filing_standing", CreditCode.Value, "") ?? new(),
            By = new(command.By.Account, clock.GetUtcNow()),
        };
        return await this.Decide(
            stored,
            enterprise => enterprise.SaveProfile(CreditCode, command, filled, known),
            enterprise => enterprise.ToProfile(CreditCode));
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
