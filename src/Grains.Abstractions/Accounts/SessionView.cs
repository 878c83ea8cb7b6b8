using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>A session: whose, acting as what, and which refresh token is the next one.</summary>
[GenerateSerializer, Immutable, Alias("session-view")]
public sealed record SessionView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";
    [Id(2)] public UserName UserName { get; init; }
    [Id(3)] public RoleGrant Acting { get; init; } = new(Role.Grower, "");
    [Id(4)] public int RefreshNumber { get; init; }
    [Id(5)] public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The account, where the answer needs it.</summary>
    [Id(6)] public AccountView? Account { get; init; }

    /// <summary>Opened with a one-time password: it may change that and nothing else.</summary>
    [Id(7)] public bool PasswordChangeRequired { get; init; }
}
