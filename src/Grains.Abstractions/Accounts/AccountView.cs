using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>An account as its owner and its makers see it.</summary>
[GenerateSerializer, Immutable, Alias("account-view")]
public sealed record AccountView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public UserName UserName { get; init; }
    [Id(2)] public string DisplayName { get; init; } = "";
    [Id(3)] public ImmutableArray<RoleGrant> Roles { get; init; } = [];
    [Id(4)] public string? MaskedMobile { get; init; }
    [Id(5)] public RegionCode? HomeRegion { get; init; }
    [Id(6)] public DateTimeOffset CreatedAt { get; init; }
    [Id(7)] public DateTimeOffset PasswordChangedAt { get; init; }

    /// <summary>Told once, when the account was made without a password.</summary>
    [Id(8)] public string? OneTimePassword { get; init; }

    /// <summary>Whom to call.</summary>
    [Id(9)] public string? Contact { get; init; }

    /// <summary>The password is a one-time one, which opens nothing but its own change.</summary>
    [Id(10)] public bool PasswordChangeRequired { get; init; }
}
