namespace Suyuan.Bench;

/// <summary>The cheapest grain there can be, so that only the call is measured.</summary>
[Alias("bench-echo")]
public interface IEchoGrain : IGrainWithStringKey
{
    [Alias("echo")] Task<int> Echo(int value);
}

internal sealed class EchoGrain : Grain, IEchoGrain
{
    private int calls;

    // State, so that a call that did not have the grain to itself would be seen.
    public Task<int> Echo(int value) => Task.FromResult(value + (++calls & 0));
}
