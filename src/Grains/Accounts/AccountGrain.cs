using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Suyuan.Common;

namespace Suyuan.Accounts;

internal sealed class AccountGrain(
    [PersistentState("account")] IPersistentState<Account> account,
    IPasswordHasher<Account> hasher,
    IPersonalData personalData,
    TimeProvider time) : Grain, IAccountGrain
{
    // An unknown user fails, locks and takes as long as a known one; it is only forgotten when the grain goes idle.
    private Account phantom = new();

    private UserName Name => new(this.GetPrimaryKeyString()["account-".Length..]);

    public Task<Result<AccountView>> Get() =>
        Task.FromResult<Result<AccountView>>(account.State.Exists ? account.State.ToView() : SharedRefusals.NotFound("account"));

    public async Task<Result<AccountView>> Create(CreateAccount command)
    {
        var oneTime = command.Password is null ? Passwords.OneTime(RandomNumberGenerator.GetBytes(32)) : null;
        var password = command.Password ?? oneTime!;
        if (Passwords.RefusalOf(password, Name) is { } refusal) return refusal;
        // The rules come before the costly hash, and again with it.
        if (account.State.Create(Name, command, new(), time.GetUtcNow()) is { Refused: true } refused) return refused.Refusal;
        var secrets = Secrets(password, command.Mobile);
        return await this.Decide(
            account,
            current => current.Create(Name, command, secrets, time.GetUtcNow()),
            current => current.ToView() with { OneTimePassword = oneTime },
            RefusalOfConstraint);
    }

    public async Task<Result<AccountView>> Prove(string password)
    {
        var now = time.GetUtcNow();
        var locked = Known.Try(right: true, now);
        if (locked.Refused) return locked.Refusal;

        var right = IsPassword(Known.PasswordHash, password);
        if (!account.State.Exists)
        {
            phantom = phantom.Try(false, now).Value;
            return SessionRefusals.WrongCredentials;
        }

        var tried = await this.Decide(account, current => current.Try(right, now), current => current.ToView());
        return tried.Refused || right ? tried : SessionRefusals.WrongCredentials;
    }

    public async Task<Result<AccountView>> ChangePassword(ChangePassword command)
    {
        if (Passwords.RefusalOf(command.Next, Name) is { } refusal) return refusal;
        if (command.Next == command.Current) return AccountRefusals.PasswordSame;
        var proved = await Prove(command.Current);
        if (proved.Refused) return proved.Refusal;

        var hash = hasher.HashPassword(account.State, command.Next);
        return await this.Decide(account, current => current.ChangePassword(hash, time.GetUtcNow()), current => current.ToView());
    }

    public async Task<Result<AccountView>> RenewPassword(RenewPassword command)
    {
        if (account.State.RenewPassword(command.By, "", time.GetUtcNow()) is { Refused: true } refused) return refused.Refusal;
        var oneTime = Passwords.OneTime(RandomNumberGenerator.GetBytes(32));
        var hash = hasher.HashPassword(account.State, oneTime);
        return await this.Decide(
            account,
            current => current.RenewPassword(command.By, hash, time.GetUtcNow()),
            current => current.ToView() with { OneTimePassword = oneTime });
    }

    public async Task<Result<AccountView>> SetVerifier(SetVerifier command)
    {
        if (Passwords.RefusalOf(command.Password, Name) is { } refusal) return refusal;
        if (account.State.SetVerifier(Name, command.By, new(), time.GetUtcNow()) is { Refused: true } refused) return refused.Refusal;
        var secrets = Secrets(command.Password, null);
        return await this.Decide(
            account, current => current.SetVerifier(Name, command.By, secrets, time.GetUtcNow()), current => current.ToView());
    }

    private Account Known => account.State.Exists ? account.State : phantom;

    private bool IsPassword(string hash, string password)
    {
        if (hash.Length > 0) return hasher.VerifyHashedPassword(account.State, hash, password) != PasswordVerificationResult.Failed;
        _ = hasher.HashPassword(phantom, password);
        return false;
    }

    private AccountSecrets Secrets(string password, MobileNumber? mobile) => new()
    {
        PasswordHash = hasher.HashPassword(account.State, password),
        Mobile = mobile is { } known ? personalData.Protect(known.Value) : null,
        MobileHash = mobile is { } hashed ? personalData.Hash(hashed.Value) : null,
        MaskedMobile = mobile?.Masked,
    };

    private static Task<Refusal?> RefusalOfConstraint(string constraint) =>
        Task.FromResult(constraint == "accounts_mobile_hash" ? AccountRefusals.MobileTaken : null);
}
