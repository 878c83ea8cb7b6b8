using System.Collections.Concurrent;

namespace Suyuan.Engine.Tests.Conformance;

/// <summary>Where a grain's code waits until the test lets it through.</summary>
public sealed class Gate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly ConcurrentDictionary<string, Gate> Gates = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task.WaitAsync(Patience);

    public static Gate At(string name) => Gates.GetOrAdd(name, _ => new());

    public void Open() => _opened.TrySetResult();

    public Task Pass()
    {
        _reached.TrySetResult();
        return _opened.Task.WaitAsync(Patience);
    }
}
