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
    public Caller Caller => caller;

    public async Task<Result<LineAnswer>> At(GinCode gin, int line, ILineRequest message) =>
        MaySpeakFor(gin, line) ? await Take(caller, gin, line, message) : NotFound;

    /// <summary>A verifier who is signed in, or whose credentials were typed at the collector.</summary>
    public async Task<Result<LineAnswer>> AsVerifier(GinCode gin, int line, ReopenRequest message)
    {
        if (!MaySpeakFor(gin, line)) return NotFound;
        if (message.Verifier is null) return await Take(caller, gin, line, message);
        if (!UserName.TryParse(message.Verifier.UserName, null, out var name)) return GinLineRefusals.VerifierRequired;

        var account = await grains.Account(name).Prove(message.Verifier.Password);
        if (account.Refused) return account.Refusal;
        return account.Value.Roles.Any(grant => grant.Role == Role.GinVerifier && grant.Scope == gin.Value)
            ? await Take(new(name.Value, Role.GinVerifier, gin.Value), gin, line, message)
            : GinLineRefusals.VerifierRequired;
    }

    private async Task<Result<LineAnswer>> Take(Caller by, GinCode gin, int line, ILineRequest message) =>
        (await grains.GinLine(new(gin, line)).Take(new(by, [message.ToCommand(IdentityOf(message.Sequence))])))
            .Then(replies => replies.Replies[0].Outcome);

    private static Refusal NotFound => SharedRefusals.NotFound("gin-line");

    public bool MaySpeakFor(GinCode gin, int line) =>
        caller.WorksAt(gin.Value) && (caller.Role != Role.Collector || OwnLine == line.ToString(CultureInfo.InvariantCulture));

    private string? OwnLine => http.HttpContext!.User.FindFirst(RoleClaims.Line)?.Value;

    private MessageIdentity IdentityOf(long? sequence)
    {
        if (sequence is not null) return new(sequence, null);
        var key = http.HttpContext!.Request.Headers["Idempotency-Key"].ToString();
        return new(null, key.Length > 0 && caller.Role != Role.Collector ? $"{caller.Account}:{key}" : null);
    }
}
