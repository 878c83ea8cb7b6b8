using System.Security.Claims;
using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>The session of the request.</summary>
internal sealed record CurrentSession(string Id)
{
    public static CurrentSession Of(ClaimsPrincipal principal) =>
        new(principal.FindFirstValue(RoleClaims.Session) ?? throw new InvalidOperationException("A device has no session."));
}
