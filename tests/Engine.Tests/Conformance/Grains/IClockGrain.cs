namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A grain with timers.</summary>
[Alias("engine-tests-clock")]
public interface IClockGrain : IGrainWithStringKey
{
    Task<string> Start(TimeSpan due, TimeSpan period, bool interleave);

    Task Change(TimeSpan due, TimeSpan period);

    Task<int> Ticks();

    Task<int> Overlaps();

    Task Work();

    Task AwaitTick();

    Task FailFromNowOn();

    Task<string?> ContextOfTick();

    Task Leave();
}
