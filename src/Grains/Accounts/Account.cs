using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>An account as stored, and what may happen to it.</summary>
[GenerateSerializer, Immutable, Alias("account")]
public sealed record Account
{
    public const int FailuresUntilLocked = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string UserName { get; init; } = "";
    [Id(2)] public string DisplayName { get; init; } = "";
    [Id(3)] public string PasswordHash { get; init; } = "";
    [Id(4)] public ImmutableArray<RoleGrant> Roles { get; init; } = [];
    [Id(5)] public ProtectedText? Mobile { get; init; }
    [Id(6)] public string? MobileHash { get; init; }
    [Id(7)] public string? MaskedMobile { get; init; }
    [Id(8)] public RegionCode? HomeRegion { get; init; }
    [Id(9)] public int Failures { get; init; }
    [Id(10)] public DateTimeOffset? LockedUntil { get; init; }
    [Id(11)] public string CreatedBy { get; init; } = "";
    [Id(12)] public DateTimeOffset CreatedAt { get; init; }
    [Id(13)] public DateTimeOffset PasswordChangedAt { get; init; }
    [Id(14)] public bool PasswordChangeRequired { get; init; }
    [Id(15)] public string? Contact { get; init; }

    [JsonIgnore] public bool Exists => Revision > 0;

    public Result<Account> Create(UserName name, CreateAccount command, AccountSecrets secrets, DateTimeOffset now)
    {
        if (AccountRights.RefusalOf(name, command) is { } refusal) return refusal;
        if (Exists) return AccountRefusals.UserNameTaken(name);
        return Made(name, command.By.Account, secrets, now) with
        {
            DisplayName = command.DisplayName,
            Roles = [.. command.Roles.Distinct()],
            HomeRegion = command.HomeRegion,
            Contact = command.Contact,
            // Whoever made the account knows a password that was made for it.
            PasswordChangeRequired = command.Password is null,
        };
    }

    /// <summary>One try to prove the password. A wrong one is remembered, so it is a new state and no refusal.</summary>
    public Result<Account> Try(bool right, DateTimeOffset now)
    {
        if (LockedUntil > now) return SessionRefusals.Locked((int)Math.Ceiling((LockedUntil.Value - now).TotalSeconds));
        if (right && Failures == 0 && LockedUntil is null) return this;
        if (right) return this with { Revision = Revision + 1, Failures = 0, LockedUntil = null };

        var failures = Failures + 1;
        return failures < FailuresUntilLocked
            ? this with { Revision = Revision + 1, Failures = failures, LockedUntil = null }
            : this with { Revision = Revision + 1, Failures = 0, LockedUntil = now + LockedFor };
    }

    public Result<Account> ChangePassword(string hash, DateTimeOffset now) =>
        this with { Revision = Revision + 1, PasswordHash = hash, PasswordChangedAt = now, PasswordChangeRequired = false };

    /// <summary>Whoever may make the account may replace its password by a one-time one, which also unlocks it.</summary>
    public Result<Account> RenewPassword(Caller by, string hash, DateTimeOffset now) =>
        !Exists || !AccountRights.MayRenew(by, Roles)
            ? SharedRefusals.NotFound("account")
            : this with
            {
                Revision = Revision + 1, PasswordHash = hash, PasswordChangedAt = now, PasswordChangeRequired = true, Failures = 0,
                LockedUntil = null,
            };

    /// <summary>A gin makes its verifier account or gives it a new password, which also unlocks it.</summary>
    public Result<Account> SetVerifier(UserName name, Caller by, AccountSecrets secrets, DateTimeOffset now)
    {
        var gin = name.Value[3..8];
        if (!by.WorksAt(gin)) return SharedRefusals.NotFound("gin");
        if (by.Role is not (Role.Ginner or Role.Platform)) return SharedRefusals.Forbidden;
        if (Exists)
        {
            return this with
            {
                Revision = Revision + 1, PasswordHash = secrets.PasswordHash, PasswordChangedAt = now, Failures = 0, LockedUntil = null,
            };
        }

        return Made(name, by.Account, secrets, now) with { DisplayName = $"校验账号 {gin}", Roles = [new(Role.GinVerifier, gin)] };
    }

    public AccountView ToView() => new()
    {
        Revision = Revision,
        UserName = new(UserName),
        DisplayName = DisplayName,
        Roles = Roles,
        MaskedMobile = MaskedMobile,
        HomeRegion = HomeRegion,
        CreatedAt = CreatedAt,
        PasswordChangedAt = PasswordChangedAt,
        Contact = Contact,
        PasswordChangeRequired = PasswordChangeRequired,
    };

    private static Account Made(UserName name, string by, AccountSecrets secrets, DateTimeOffset now) => new()
    {
        Revision = 1,
        UserName = name.Value,
        PasswordHash = secrets.PasswordHash,
        Mobile = secrets.Mobile,
        MobileHash = secrets.MobileHash,
        MaskedMobile = secrets.MaskedMobile,
        CreatedBy = by,
        CreatedAt = now,
        PasswordChangedAt = now,
    };
}
