using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Session (会话): one sign-in and all the tokens that followed from it. A refresh token used twice ends it.</summary>
[Alias("session-grain")]
public interface ISessionGrain : IGrainWithStringKey
{
    [Alias("start")] Task<Result<SessionView>> Start(StartSession command);

    [Alias("check")] Task<Result<SessionView>> Check();

    [Alias("refresh")] Task<Result<SessionView>> Refresh(int number);

    [Alias("switch")] Task<Result<SessionView>> Switch(SwitchRole command);

    [Alias("end")] Task<Result<SessionView>> End();
}
