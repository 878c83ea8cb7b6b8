using System.Globalization;
using System.Security.Cryptography;
using Suyuan.Common;

namespace Suyuan.Accounts;

internal sealed class MobileCodeGrain(
    [PersistentState("mobile-code")] IPersistentState<MobileCode> stored,
    IPersonalData personalData,
    ISmsSender sms,
    TimeProvider time) : Grain, IMobileCodeGrain
{
    public async Task<Result<CodeSentView>> Send(MobileNumber mobile)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        var sent = await this.Decide(
            stored, current => current.Send(HashOf(mobile, code), time.GetUtcNow()), current => current.ToView(mobile));
        if (!sent.Refused) await sms.Send(mobile, $"【溯源】验证码 {code}，{MobileCode.ValidFor.TotalMinutes:0} 分钟内有效，请勿告诉他人。");
        return sent;
    }

    public async Task<Result<CodeSentView>> Use(MobileNumber mobile, string code)
    {
        var used = await this.Decide(
            stored, current => current.Use(HashOf(mobile, code), time.GetUtcNow()), current => current.ToView(mobile));
        return used.Refused || stored.State.CodeHash is null ? used : RegistrationRefusals.CodeWrong(stored.State.TriesLeft);
    }

    // Keyed, since the hash of a bare six-digit number could be looked up.
    private string HashOf(MobileNumber mobile, string code) => personalData.Hash($"{mobile}:{code}");
}
