using Suyuan.Common;

namespace Suyuan.Accounts;

internal sealed class SessionGrain(
    [PersistentState("session")] IPersistentState<Session> session,
    TimeProvider time) : Grain, ISessionGrain
{
    private string Id => this.GetPrimaryKeyString()["session-".Length..];

    public Task<Result<SessionView>> Start(StartSession command) =>
        this.Decide(session, current => current.Start(command, time.GetUtcNow()), current => current.ToView(Id));

    public Task<Result<SessionView>> Check() =>
        Task.FromResult(session.State.Check(time.GetUtcNow()).Then<SessionView>(current => current.ToView(Id)));

    public async Task<Result<SessionView>> Refresh(int number)
    {
        var account = await Account();
        if (account.Refused) return account.Refusal;
        var decided = await this.Decide(
            session,
            current => current.Refresh(number, account.Value, time.GetUtcNow()),
            current => current.ToView(Id) with { Account = account.Value });
        if (decided.Refused || session.State.EndedAt is null) return decided;
        return session.State.EndedBy == SessionEnd.RefreshReused ? SessionRefusals.RefreshReused : SessionRefusals.Ended;
    }

    public async Task<Result<SessionView>> Switch(SwitchRole command)
    {
        var account = await Account();
        if (account.Refused) return account.Refusal;
        return await this.Decide(
            session,
            current => current.Switch(command, account.Value, time.GetUtcNow()),
            current => current.ToView(Id) with { Account = account.Value });
    }

    public Task<Result<SessionView>> End() =>
        this.Decide(session, current => current.End(SessionEnd.SignedOut, time.GetUtcNow()), current => current.ToView(Id));

    private async Task<Result<AccountView>> Account()
    {
        var valid = session.State.Check(time.GetUtcNow());
        return valid.Refused ? valid.Refusal : await GrainFactory.Account(new(valid.Value.UserName)).Get();
    }
}
