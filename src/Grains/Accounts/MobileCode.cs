using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>The one-time code of one mobile as stored: hashed, for five minutes and five tries.</summary>
[GenerateSerializer, Immutable, Alias("mobile-code")]
public sealed record MobileCode
{
    public const int Tries = 5;
    public const int MostPerDay = 10;
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string? CodeHash { get; init; }
    [Id(2)] public DateTimeOffset SentAt { get; init; }
    [Id(3)] public int TriesLeft { get; init; }
    [Id(4)] public DateTimeOffset DayStartedAt { get; init; }
    [Id(5)] public int SentThatDay { get; init; }

    [JsonIgnore] public DateTimeOffset ExpiresAt => SentAt + ValidFor;

    public Result<MobileCode> Send(string codeHash, DateTimeOffset now)
    {
        var sameDay = now - DayStartedAt < Day;
        if (now - SentAt < Pause) return Wait(SentAt + Pause - now);
        if (sameDay && SentThatDay >= MostPerDay) return Wait(DayStartedAt + Day - now);
        return new MobileCode
        {
            Revision = Revision + 1,
            CodeHash = codeHash,
            SentAt = now,
            TriesLeft = Tries,
            DayStartedAt = sameDay ? DayStartedAt : now,
            SentThatDay = sameDay ? SentThatDay + 1 : 1,
        };
    }

    /// <summary>One try. A wrong code costs a try and a right one is spent, so both are new states.</summary>
    public Result<MobileCode> Use(string codeHash, DateTimeOffset now)
    {
        if (CodeHash is null || ExpiresAt <= now) return RegistrationRefusals.CodeExpired;
        if (TriesLeft == 0) return RegistrationRefusals.CodeUsedUp;
        return codeHash == CodeHash
            ? this with { Revision = Revision + 1, CodeHash = null }
            : this with { Revision = Revision + 1, TriesLeft = TriesLeft - 1 };
    }

    public CodeSentView ToView(MobileNumber mobile) => new(mobile.Masked, ExpiresAt);

    private static Refusal Wait(TimeSpan wait) => RegistrationRefusals.CodeTooSoon((int)Math.Ceiling(wait.TotalSeconds));
}
