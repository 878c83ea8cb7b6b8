namespace Suyuan.Accounts;

/// <summary>A session's tokens, the role it acts in and those it may switch to.</summary>
/// <param name="PasswordChangeRequired">Only PUT /me/password is open to it; sign in again after that.</param>
internal sealed record SessionAnswer(
    string AccessToken, string RefreshToken, int ExpiresIn, Role Role, string Scope, IReadOnlyList<RoleGrant> Roles,
    bool PasswordChangeRequired);
