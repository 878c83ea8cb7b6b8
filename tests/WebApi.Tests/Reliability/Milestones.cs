namespace Suyuan.Reliability.Tests;

/// <summary>
/// Counts acknowledgements, and at the one that was waited for holds the network: a fault then falls while the node still works on what
/// it has, and however slow the fault or the machine, the collectors do not run to their end meanwhile.
/// </summary>
internal sealed class Milestones(ClientNetwork network)
{
    private readonly Lock gate = new();
    private TaskCompletionSource reached = new();
    private long total;
    private long due = long.MaxValue;

    public void Count()
    {
        lock (gate)
        {
            if (++total != due) return;
            network.Hold();
            reached.SetResult();
        }
    }

    /// <summary>Lets the collectors work until so many more messages are acknowledged.</summary>
    public Task After(long more)
    {
        lock (gate)
        {
            due = total + more;
            reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            network.Release();
            return reached.Task;
        }
    }
}
