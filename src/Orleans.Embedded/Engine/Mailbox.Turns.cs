namespace Orleans.Embedded;

/// <summary>Which turn comes next.</summary>
internal sealed partial class Mailbox
{
    private const int TurnsAtOnce = 100;

    private enum Turn
    {
        None,
        Continuation,
        Request,
        Activation,
        Deactivation,
    }

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

        QueuePump();
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
