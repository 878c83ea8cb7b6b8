namespace Suyuan.Accounts;

/// <summary>An account in a list.</summary>
internal sealed record AccountItem
{
    public required string UserName { get; init; }
    public required string DisplayName { get; init; }
    public string? MaskedMobile { get; init; }

    /// <summary>Whom to call.</summary>
    public string? Contact { get; init; }
    public string? HomeRegion { get; init; }
    public required IReadOnlyList<RoleGrant> Roles { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
