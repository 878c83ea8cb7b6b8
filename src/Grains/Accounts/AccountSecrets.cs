using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>What of a command is stored only hashed or encrypted.</summary>
public sealed record AccountSecrets
{
    public string PasswordHash { get; init; } = "";
    public ProtectedText? Mobile { get; init; }
    public string? MobileHash { get; init; }
    public string? MaskedMobile { get; init; }
}
