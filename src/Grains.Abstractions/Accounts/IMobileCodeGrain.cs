using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>The one-time code (验证码) of one mobile: 6 digits, 5 minutes, 5 tries.</summary>
[Alias("mobile-code-grain")]
public interface IMobileCodeGrain : IGrainWithStringKey
{
    [Alias("send")] Task<Result<CodeSentView>> Send(MobileNumber mobile);

    [Alias("use")] Task<Result<CodeSentView>> Use(MobileNumber mobile, string code);
}
