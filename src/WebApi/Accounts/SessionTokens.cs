using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;
using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Writes and reads the two tokens of a session. Both hold only its id: what it may do is asked from the session itself.</summary>
internal sealed class SessionTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
{
    private const string Number = "number";

    public SessionAnswer Issue(SessionView session)
    {
        var bearer = options.Get(BearerTokenDefaults.AuthenticationScheme);
        var now = time.GetUtcNow();
        return new(
            bearer.BearerTokenProtector.Protect(Ticket(session, now + bearer.BearerTokenExpiration)),
            bearer.RefreshTokenProtector.Protect(Ticket(session, session.ExpiresAt)),
            (int)bearer.BearerTokenExpiration.TotalSeconds,
            session.Acting.Role,
            session.Acting.Scope,
            session.Account!.Roles,
            session.PasswordChangeRequired);
    }

    /// <summary>The session and the number of a refresh token of ours, or null.</summary>
    public (string Session, int Number)? ReadRefresh(string token)
    {
        var ticket = options.Get(BearerTokenDefaults.AuthenticationScheme).RefreshTokenProtector.Unprotect(token);
        return ticket?.Principal.FindFirstValue(RoleClaims.Session) is { } session
            && int.TryParse(ticket.Principal.FindFirstValue(Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (session, number)
            : null;
    }

    private static AuthenticationTicket Ticket(SessionView session, DateTimeOffset expires)
    {
        var identity = new ClaimsIdentity(BearerTokenDefaults.AuthenticationScheme);
        identity.AddClaim(new(RoleClaims.Session, session.Id));
        identity.AddClaim(new(Number, session.RefreshNumber.ToString(CultureInfo.InvariantCulture)));
        return new(new(identity), new() { ExpiresUtc = expires }, BearerTokenDefaults.AuthenticationScheme);
    }
}
