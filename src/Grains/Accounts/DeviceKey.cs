using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>A collector's key as stored: its hash alone.</summary>
[GenerateSerializer, Immutable, Alias("device-key")]
public sealed record DeviceKey
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string SecretHash { get; init; } = "";
    [Id(2)] public DateTimeOffset IssuedAt { get; init; }
    [Id(3)] public string IssuedBy { get; init; } = "";

    public Result<DeviceKey> Issue(Caller by, string gin, string secretHash, DateTimeOffset now)
    {
        if (!by.WorksAt(gin)) return SharedRefusals.NotFound("gin-line");
        if (by.Role is not (Role.Ginner or Role.Platform)) return SharedRefusals.Forbidden;
        return new DeviceKey { Revision = Revision + 1, SecretHash = secretHash, IssuedAt = now, IssuedBy = by.Account };
    }

    public Result<DeviceKey> Check(string secretHash) =>
        Revision > 0 && secretHash == SecretHash ? this : SessionRefusals.WrongCredentials;
}
