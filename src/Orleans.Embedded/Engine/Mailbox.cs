using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>
/// The place of one grain: its queues, and the scheduler that runs its turns one at a time. Lives of the grain come and go in it, one
/// after the other, and so there are never two. It leaves the catalog when neither a life nor a request is left.
/// </summary>
internal sealed partial class Mailbox(GrainId grainId, Catalog catalog) : TaskScheduler, IThreadPoolWorkItem
{
    private const int TurnsAtOnce = 100;

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

    private enum Turn
    {
        None,
        Continuation,
        Request,
        Activation,
        Deactivation,
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
        if (wake) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
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

        if (wake) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && s_pumped == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate) return [.. _continuations];
    }

    /// <summary>Whether the caller must queue the pump, which it does outside the lock.</summary>
    private bool Wake() => !_scheduled && (_scheduled = true);

    private void Pump()
    {
        var clean = ExecutionContext.Capture()!;
        for (var turn = 0; turn < TurnsAtOnce; turn++)
        {
            switch (Next(out var continuation, out var request))
            {
                case Turn.Continuation: TryExecuteTask(continuation!); break;
                case Turn.Request: request!.Run(Activation!); break;
                case Turn.Activation: _ = Activate(); break;
                case Turn.Deactivation: _ = Deactivate(); break;
                default: return;
            }

            // What one request has left in ambient values is not for the next.
            ExecutionContext.Restore(clean);
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private Turn Next(out Task? continuation, out Request? request)
    {
        request = null;
        lock (_gate)
        {
            if (_continuations.TryDequeue(out continuation)) return Turn.Continuation;
            if (_stage == Stage.Empty && AnyAlive()) return Begin(Stage.Activating, Turn.Activation);
            if (_stage == Stage.Active)
            {
                if (_leaving is null && (TryTake(_interleaving, out request) || TryTake(_waiting, out request))) return Turn.Request;
                if (_leaving is not null && _running.Count == 0) return Begin(Stage.Deactivating, Turn.Deactivation);
            }

            _scheduled = false;
            if (_stage == Stage.Empty)
            {
                _closed = true;
                catalog.Remove(this);
            }

            return Turn.None;
        }
    }

    private Turn Begin(Stage stage, Turn turn)
    {
        _stage = stage;
        return turn;
    }

    private bool AnyAlive()
    {
        while (_waiting.TryPeek(out var next) && next.IsDead(null)) _waiting.Dequeue();
        while (_interleaving.TryPeek(out var next) && next.IsDead(null)) _interleaving.Dequeue();
        return _waiting.Count + _interleaving.Count > 0;
    }

    private bool TryTake(Queue<Request> queue, out Request? request)
    {
        while (queue.TryPeek(out request))
        {
            var dead = request.IsDead(Activation);
            if (!dead && !MayRun(request.Interleaving)) return false;
            queue.Dequeue();
            if (dead) continue;
            _running.Add(request);
            return true;
        }

        return false;
    }

    private bool MayRun(Interleaving incoming)
    {
        if (incoming == Interleaving.Always) return true;
        foreach (var running in _running)
        {
            if (running.Interleaving == Interleaving.Always) continue;
            if (running.Interleaving == Interleaving.None || incoming == Interleaving.None) return false;
        }

        return true;
    }
}
