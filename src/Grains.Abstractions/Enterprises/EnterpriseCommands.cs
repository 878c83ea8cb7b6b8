using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Regions;

namespace Suyuan.Enterprises;

/// <summary>An enterprise registers with its first account, which administers and records.</summary>
[GenerateSerializer, Immutable, Alias("register-enterprise")]
public sealed record RegisterEnterprise
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required DistrictCode District { get; init; }
    [Id(2)] public required UserName UserName { get; init; }
    [Id(3)] public required string DisplayName { get; init; }
    [Id(4)] public required string Password { get; init; }
    [Id(5)] public required MobileNumber Mobile { get; init; }

    /// <summary>The one-time code that was sent to the mobile.</summary>
    [Id(6)] public required string Code { get; init; }
}

/// <summary>Saves the profile (企业概况).</summary>
[GenerateSerializer, Immutable, Alias("save-profile")]
public sealed record SaveProfile
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required FormAnswers Answers { get; init; }
    [Id(2)] public int? ExpectedRevision { get; init; }
}

/// <summary>Saves a zone, a plot of a zone, or a product; a product may name the filing that it was filed with.</summary>
[GenerateSerializer, Immutable, Alias("save-entry")]
public sealed record SaveEntry
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required FormAnswers Answers { get; init; }
    [Id(2)] public string? Zone { get; init; }
    [Id(3)] public string? ProductFiling { get; init; }
    [Id(4)] public int? ExpectedRevision { get; init; }
}

/// <summary>Retires a zone, plot or product: it is offered no longer.</summary>
[GenerateSerializer, Immutable, Alias("retire-entry")]
public sealed record RetireEntry([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);
