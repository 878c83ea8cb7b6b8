namespace Suyuan.Engine.Tests.Conformance;

/// <summary>What a test may want other than the defaults; each engine's host file maps it to that engine's options.</summary>
public sealed record EngineLimits
{
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan CollectionQuantum { get; init; } = TimeSpan.FromSeconds(1);

    public int MailboxLimit { get; init; } = 10_000;
}
