namespace Suyuan.Common.Tests;

/// <summary>The real time, which a test with an application of its own may set forward.</summary>
public sealed class Clock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
