using System.Security.Cryptography;
using Suyuan.Common;

namespace Suyuan.Accounts;

internal sealed class AccountDeskGrain(IFacts facts, IPersonalData personalData) : Grain, IAccountDeskGrain
{
    private const int SessionIdBytes = 16;

    public async Task<Result<SessionView>> SignIn(OpenSession command)
    {
        var account = await GrainFactory.Account(await NameOf(command.Login)).Prove(command.Password);
        if (account.Refused) return account.Refusal;

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SessionIdBytes));
        var session = await GrainFactory.Session(id).Start(
            new(account.Value.UserName, account.Value.Roles[0], command.Client, account.Value.PasswordChangeRequired));
        return session.Then<SessionView>(started => started with { Account = account.Value });
    }

    public Task<Result<CodeSentView>> SendCode(MobileNumber mobile) => Code(mobile).Send(mobile);

    public async Task<Result<AccountView>> Register(RegisterMobile command)
    {
        var taken = await Taken(command.Mobile);
        var grower = command.PersonNumber is { } number
            ? await facts.Find<RegisteringGrower>("find_registering_grower", personalData.Hash(number.Value))
            : null;
        var account = MobileRegistration.Decide(command, grower, taken);
        if (account.Refused) return account.Refusal;
        // The code is spent only for a registration that would go through.
        var used = await Code(command.Mobile).Use(command.Mobile, command.Code);
        return used.Refused ? used.Refusal : await GrainFactory.Account(command.UserName).Create(account.Value);
    }

    public async Task<Result<MobileAdmittedView>> Admit(AdmitMobile command)
    {
        if (MobileRegistration.Admit(command, await Taken(command.Mobile)) is { } refusal) return refusal;
        var used = await Code(command.Mobile).Use(command.Mobile, command.Code);
        return used.Refused ? used.Refusal : new MobileAdmittedView(command.Mobile.Masked);
    }

    public async Task<Result<AccountView>> RegisterGin(RegisterGin command)
    {
        var account = GinRegistration.Decide(command);
        return account.Refused ? account.Refusal : await GrainFactory.Account(command.UserName).Create(account.Value);
    }

    private async Task<bool> Taken(MobileNumber mobile) =>
        await facts.Find<AccountName>("find_account_by_mobile", personalData.Hash(mobile.Value)) is not null;

    private IMobileCodeGrain Code(MobileNumber mobile) => GrainFactory.MobileCode(personalData.Hash(mobile.Value));

    private async Task<UserName> NameOf(string login)
    {
        if (MobileNumber.TryParse(login, null, out var mobile))
        {
            var found = await facts.Find<AccountName>("find_account_by_mobile", personalData.Hash(mobile.Value));
            // Under its hash nobody has an account: the try takes as long and fails the same way.
            return found is null ? new(personalData.Hash(mobile.Value)) : new(found.UserName);
        }

        return UserName.TryParse(login, null, out var name) ? name : new(personalData.Hash(login));
    }
}
