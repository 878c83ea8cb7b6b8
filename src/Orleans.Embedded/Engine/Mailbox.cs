using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>
/// The place of one grain: its queues, and the scheduler that runs its turns one at a time. Lives of the grain come and go in it, one
/// after the other, and so there are never two. It leaves the catalog when neither a life nor a request is left.
/// </summary>
internal sealed partial class Mailbox(GrainId grainId, Catalog catalog) : TaskScheduler, IThreadPoolWorkItem
{
    [ThreadStatic]
    private static Mailbox? s_pumped;

    private readonly Lock _gate = new();
    private readonly Queue<Task> _continuations = new();
    private readonly Queue<Request> _waiting = new();
    private readonly Queue<Request> _interleaving = new();
    private readonly List<Request> _running = [];
    private Stage _stage;
    private DeactivationReason? _leaving;
    private long _lastUsed;
    private bool _scheduled;
    private bool _closed;

    private enum Stage
    {
        Empty,
        Activating,
        Active,
        Deactivating,
    }

    public GrainId GrainId => grainId;

    public Activation? Activation { get; private set; }

    public bool IsQuiet
    {
        get
        {
            lock (_gate) return !_scheduled && _running.Count == 0 && _stage is Stage.Empty or Stage.Active;
        }
    }

    /// <summary>Takes a request in, or says that this mailbox has left the catalog.</summary>
    public bool TryEnqueue(Request request)
    {
        bool full, wake = false;
        lock (_gate)
        {
            if (_closed) return false;
            var queue = request.Interleaving == Interleaving.Always ? _interleaving : _waiting;
            full = queue.Count >= catalog.Options.MailboxLimit;
            if (!full)
            {
                queue.Enqueue(request);
                wake = Wake();
            }
        }

        if (full) request.Fail(new LimitExceededException($"{catalog.Options.MailboxLimit} calls wait for {grainId} already."));
        if (wake) QueuePump();
        return true;
    }

    /// <summary>Called in a turn of the request when its work is done.</summary>
    public void Finish(Request request)
    {
        lock (_gate)
        {
            _running.Remove(request);
            if (request.KeepsAlive) _lastUsed = Environment.TickCount64;
        }
    }

    public void Execute()
    {
        s_pumped = this;
        try
        {
            // One task surrounds all turns, so that the code in them finds this scheduler as the current one.
            new Task(static mailbox => ((Mailbox)mailbox!).Pump(), this, TaskCreationOptions.DenyChildAttach).RunSynchronously(this);
        }
        finally
        {
            s_pumped = null;
        }
    }

    protected override void QueueTask(Task task)
    {
        bool wake;
        lock (_gate)
        {
            _continuations.Enqueue(task);
            wake = Wake();
        }

        if (wake) QueuePump();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && s_pumped == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate) return [.. _continuations];
    }

    // A thread's own queue is last in, first out: two that call each other without end would starve whoever came before them.
    private void QueuePump() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Whether the caller must queue the pump, which it does outside the lock.</summary>
    private bool Wake() => !_scheduled && (_scheduled = true);
}
