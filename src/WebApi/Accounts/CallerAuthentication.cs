using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Sensors;

namespace Suyuan.Accounts;

/// <summary>
/// Who calls: a person by bearer token, a collector or a sensor by device key. Token and key only name a record; that record says who it is
/// now, so an ended session or a renewed key is refused at once and a switched role counts at once.
/// </summary>
internal sealed class CallerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IGrainFactory grains)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Suyuan";
    private const int LongestKey = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Request.Headers.TryGetValue(DeviceKeyHeader.Name, out var key) ? await Device(key.ToString()) : await Person();

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private async Task<AuthenticateResult> Person()
    {
        var token = await Context.AuthenticateAsync(BearerTokenDefaults.AuthenticationScheme);
        if (token.Principal?.FindFirstValue(RoleClaims.Session) is not { } id)
            return token.Succeeded ? AuthenticateResult.NoResult() : token;

        var session = await grains.Session(id).Check();
        if (session.Refused) return AuthenticateResult.Fail(session.Refusal.Code);
        var caller = new Caller(session.Value.UserName.Value, session.Value.Acting.Role, session.Value.Acting.Scope);
        return Success(session.Value.PasswordChangeRequired
            ? caller.ToPrincipal(Name, (RoleClaims.Session, id), (RoleClaims.PasswordChange, ""))
            : caller.ToPrincipal(Name, (RoleClaims.Session, id)));
    }

    private async Task<AuthenticateResult> Device(string header)
    {
        if (header.StartsWith(SensorGrainFactory.Prefix, StringComparison.Ordinal)) return await Sensor(header);
        if (header.Length > LongestKey || Parse(header) is not var (line, secret)) return AuthenticateResult.Fail("malformed device key");
        var key = await grains.DeviceKey(line).Check(secret);
        if (key.Refused) return AuthenticateResult.Fail(key.Refusal.Code);
        var caller = new Caller($"collector-{line}", Role.Collector, line.Gin.Value);
        return Success(caller.ToPrincipal(Name, (RoleClaims.Line, line.Number.ToString(CultureInfo.InvariantCulture))));
    }

    private async Task<AuthenticateResult> Sensor(string header)
    {
        if (header.Length > LongestKey || header[SensorGrainFactory.Prefix.Length..].Split('.', 2) is not [var id, { Length: > 0 } secret]
            || !SensorId.TryParse(id, null, out var sensor))
            return AuthenticateResult.Fail("malformed device key");
        var known = await grains.Sensor(sensor).Check(secret);
        if (known.Refused) return AuthenticateResult.Fail(known.Refusal.Code);
        var caller = new Caller(SensorGrainFactory.Prefix + id, Role.Sensor, known.Value.Enterprise.Value);
        return Success(caller.ToPrincipal(Name));
    }

    private static AuthenticateResult Success(ClaimsPrincipal principal) => AuthenticateResult.Success(new(principal, Name));

    private static (GinLineId Line, string Secret)? Parse(string header) =>
        header.Split('.', 2) is [var line, { Length: > 0 } secret]
        && line.Split('-') is [var gin, var number]
        && GinCode.TryParse(gin, null, out var code)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
        && parsed is >= 1 and <= GinLineId.LargestNumber
            ? (new(code, parsed), secret)
            : null;
}
