namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A grain with timers. It is internal, as a grain interface may be.</summary>
[Alias("engine-tests-clock")]
internal interface IClockGrain : IGrainWithStringKey
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
