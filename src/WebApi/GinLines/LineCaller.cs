using System.Globalization;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>
/// Who speaks to a line and under which identity: a device with its key speaks only for its own line and numbers its messages, a
/// person sends an Idempotency-Key.
/// </summary>
internal sealed class LineCaller(Caller caller, IHttpContextAccessor http, IGrainFactory grains)
{
    public Task<Result<LineAnswer>> At(
        GinCode gin, int line, long? sequence, Func<Caller, MessageIdentity, Task<Result<LineAnswer>>> call) =>
        MaySpeakFor(gin, line) ? call(caller, IdentityOf(sequence)) : NotFound;

    /// <summary>A verifier who is signed in, or whose credentials were typed at the collector.</summary>
    public async Task<Result<LineAnswer>> AsVerifier(
        GinCode gin, int line, ReopenRequest body, Func<Caller, MessageIdentity, Task<Result<LineAnswer>>> call)
    {
        if (!MaySpeakFor(gin, line)) return await NotFound;
        if (body.Verifier is null) return await call(caller, IdentityOf(body.Sequence));
        if (!UserName.TryParse(body.Verifier.UserName, null, out var name)) return GinLineRefusals.VerifierRequired;

        var account = await grains.Account(name).Prove(body.Verifier.Password);
        if (account.Refused) return account.Refusal;
        return account.Value.Roles.Any(grant => grant.Role == Role.GinVerifier && grant.Scope == gin.Value)
            ? await call(new(name.Value, Role.GinVerifier, gin.Value), IdentityOf(body.Sequence))
            : GinLineRefusals.VerifierRequired;
    }

    private static Task<Result<LineAnswer>> NotFound => Task.FromResult<Result<LineAnswer>>(SharedRefusals.NotFound("gin-line"));

    private bool MaySpeakFor(GinCode gin, int line) =>
        caller.WorksAt(gin.Value) && (caller.Role != Role.Collector || OwnLine == line.ToString(CultureInfo.InvariantCulture));

    private string? OwnLine => http.HttpContext!.User.FindFirst(RoleClaims.Line)?.Value;

    private MessageIdentity IdentityOf(long? sequence)
    {
        if (sequence is not null) return new(sequence, null);
        var key = http.HttpContext!.Request.Headers["Idempotency-Key"].ToString();
        return new(null, key.Length > 0 && caller.Role != Role.Collector ? $"{caller.Account}:{key}" : null);
    }
}
