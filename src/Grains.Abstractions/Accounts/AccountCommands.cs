using Suyuan.Common;
using System.Collections.Immutable;
using Suyuan.Growers;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>Makes an account. Without a password it gets a random one, told once in the answer.</summary>
[GenerateSerializer, Immutable, Alias("create-account")]
public sealed record CreateAccount
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string DisplayName { get; init; }
    [Id(2)] public required ImmutableArray<RoleGrant> Roles { get; init; }
    [Id(3)] public string? Password { get; init; }
    [Id(4)] public MobileNumber? Mobile { get; init; }
    [Id(5)] public RegionCode? HomeRegion { get; init; }

    /// <summary>Whom to call.</summary>
    [Id(6)] public string? Contact { get; init; }
}

[GenerateSerializer, Immutable, Alias("change-password")]
public sealed record ChangePassword([property: Id(0)] string Current, [property: Id(1)] string Next);

/// <summary>Gives an account a new one-time password in place of one that was lost.</summary>
[GenerateSerializer, Immutable, Alias("renew-password")]
public sealed record RenewPassword([property: Id(0)] Caller By);

/// <summary>Makes or renews the verifier account (校验账号) of a gin.</summary>
[GenerateSerializer, Immutable, Alias("set-verifier")]
public sealed record SetVerifier([property: Id(0)] Caller By, [property: Id(1)] string Password);

/// <summary>Signs in by user name or registered mobile.</summary>
[GenerateSerializer, Immutable, Alias("open-session")]
public sealed record OpenSession([property: Id(0)] string Login, [property: Id(1)] string Password, [property: Id(2)] string Client);

/// <summary>The first state of a session, for an account that proved who it is.</summary>
[GenerateSerializer, Immutable, Alias("start-session")]
public sealed record StartSession(
    [property: Id(0)] UserName UserName,
    [property: Id(1)] RoleGrant Acting,
    [property: Id(2)] string Client,
    [property: Id(3)] bool PasswordChangeRequired = false);

[GenerateSerializer, Immutable, Alias("switch-role")]
public sealed record SwitchRole([property: Id(0)] Role Role, [property: Id(1)] string? Scope);

/// <summary>A phone registers with the code that was sent to it.</summary>
[GenerateSerializer, Immutable, Alias("register-mobile")]
public sealed record RegisterMobile
{
    [Id(0)] public required MobileNumber Mobile { get; init; }
    [Id(1)] public required string Code { get; init; }
    [Id(2)] public required string Password { get; init; }
    [Id(3)] public required string DisplayName { get; init; }

    /// <summary>Organizer or grower.</summary>
    [Id(4)] public required Role Role { get; init; }

    /// <summary>An organizer's regiment or company.</summary>
    [Id(5)] public RegionCode? HomeRegion { get; init; }

    /// <summary>A grower's ID number or credit code.</summary>
    [Id(6)] public PersonNumber? PersonNumber { get; init; }
    [Id(7)] public required UserName UserName { get; init; }
}

/// <summary>Whether a mobile may have an account of this name and password: spends its one-time code, and makes nothing yet.</summary>
[GenerateSerializer, Immutable, Alias("admit-mobile")]
public sealed record AdmitMobile(
    [property: Id(0)] MobileNumber Mobile,
    [property: Id(1)] string Code,
    [property: Id(2)] UserName UserName,
    [property: Id(3)] string Password);

/// <summary>A gin registers its main account, qts and its code.</summary>
[GenerateSerializer, Immutable, Alias("register-gin")]
public sealed record RegisterGin
{
    [Id(0)] public required UserName UserName { get; init; }
    [Id(1)] public required string Password { get; init; }
    [Id(2)] public required string DisplayName { get; init; }
    [Id(3)] public MobileNumber? Mobile { get; init; }
}
