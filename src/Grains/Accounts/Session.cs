using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>A session as stored; its history tells every refresh and every switch of roles.</summary>
[GenerateSerializer, Immutable, Alias("session")]
public sealed record Session
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string UserName { get; init; } = "";
    [Id(2)] public RoleGrant Acting { get; init; } = new(Role.Grower, "");
    [Id(3)] public int RefreshNumber { get; init; }
    [Id(4)] public DateTimeOffset StartedAt { get; init; }
    [Id(5)] public DateTimeOffset ExpiresAt { get; init; }
    [Id(6)] public DateTimeOffset? EndedAt { get; init; }
    [Id(7)] public SessionEnd? EndedBy { get; init; }
    [Id(8)] public string Client { get; init; } = "";
    [Id(9)] public bool PasswordChangeRequired { get; init; }

    public Result<Session> Start(StartSession command, DateTimeOffset now) => Revision > 0
        ? SessionRefusals.Ended
        : new Session
        {
            Revision = 1,
            UserName = command.UserName.Value,
            Acting = command.Acting,
            RefreshNumber = 1,
            StartedAt = now,
            ExpiresAt = now + Lifetime,
            Client = command.Client,
            PasswordChangeRequired = command.PasswordChangeRequired,
        };

    public Result<Session> Check(DateTimeOffset now) =>
        Revision == 0 || EndedAt is not null || ExpiresAt <= now ? SessionRefusals.Ended : this;

    /// <summary>The token of the last refresh is spent. Seeing an older one again means that it was copied, so the session ends.</summary>
    public Result<Session> Refresh(int number, AccountView account, DateTimeOffset now)
    {
        var valid = Check(now);
        if (valid.Refused) return valid;
        if (number != RefreshNumber) return End(SessionEnd.RefreshReused, now);
        if (account.PasswordChangedAt > StartedAt) return End(SessionEnd.PasswordChanged, now);
        if (!account.Roles.Contains(Acting)) return End(SessionEnd.RoleLost, now);
        return this with { Revision = Revision + 1, RefreshNumber = RefreshNumber + 1, ExpiresAt = now + Lifetime };
    }

    /// <summary>One person may hold several roles and acts in one at a time.</summary>
    public Result<Session> Switch(SwitchRole command, AccountView account, DateTimeOffset now)
    {
        var valid = Check(now);
        if (valid.Refused) return valid;
        var held = account.Roles.FirstOrDefault(grant =>
            grant.Role == command.Role && (command.Scope is null || grant.Scope == command.Scope));
        if (held is null) return AccountRefusals.NotHeld;
        return held == Acting ? this : this with { Revision = Revision + 1, Acting = held };
    }

    public Session End(SessionEnd by, DateTimeOffset now) =>
        EndedAt is not null || Revision == 0 ? this : this with { Revision = Revision + 1, EndedAt = now, EndedBy = by };

    public SessionView ToView(string id) => new()
    {
        Revision = Revision,
        Id = id,
        UserName = new(UserName),
        Acting = Acting,
        RefreshNumber = RefreshNumber,
        ExpiresAt = ExpiresAt,
        PasswordChangeRequired = PasswordChangeRequired,
    };
}
