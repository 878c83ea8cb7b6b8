using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>How lives begin and end in a mailbox.</summary>
internal sealed partial class Mailbox
{
    /// <summary>Ends a life as soon as its running requests are done; those that wait go to the next life.</summary>
    public void Deactivate(Activation activation, DeactivationReason reason)
    {
        bool wake;
        lock (_gate)
        {
            if (Activation != activation || _stage is not (Stage.Activating or Stage.Active)) return;
            _leaving ??= reason;
            wake = Wake();
        }

        if (wake) QueuePump();
    }

    public void Close()
    {
        if (Activation is { } activation) Deactivate(activation, new(DeactivationReasonCode.ShuttingDown, "The node is stopping."));
    }

    /// <summary>Answers callers whose time is up, and ends a life that nobody uses.</summary>
    public void Sweep(long now)
    {
        List<Request> late;
        Activation? idle;
        lock (_gate)
        {
            // Most grains have nothing to do at most times, and there may be a million of them.
            late = _running.Count + _interleaving.Count + _waiting.Count == 0 ? [] : Late(now);
            var unused = _stage == Stage.Active && !_scheduled && _running.Count == 0
                && now - _lastUsed > (long)catalog.Options.CollectionAge.TotalMilliseconds;
            idle = unused ? Activation : null;
        }

        idle?.Deactivate(new(DeactivationReasonCode.ActivationIdle, "Nobody has used the grain for a while."));
        foreach (var request in late)
            request.Fail(new TimeoutException($"{request.GetType().Name} of {grainId} took over {catalog.Options.ResponseTimeout}."));
    }

    private List<Request> Late(long now)
    {
        var oldest = now - (long)catalog.Options.ResponseTimeout.TotalMilliseconds;
        return [.. _running.Concat(_interleaving).Concat(_waiting).Where(request => request.Created <= oldest && request.AwaitsAnswer)];
    }

    private async Task Activate()
    {
        try
        {
            if (catalog.Closed) throw new SiloUnavailableException();
            Activation = new(this, catalog);
            using var limit = new CancellationTokenSource(catalog.Options.ActivationTimeout);
            await Activation.Start(limit.Token).WaitAsync(limit.Token);
            lock (_gate)
            {
                _stage = Stage.Active;
                _lastUsed = Environment.TickCount64;
            }
        }
        catch (Exception failure)
        {
            if (!catalog.Closed) LogActivationFailed(catalog.Log, failure, grainId);
            await Discard();
            foreach (var request in Leave(drop: true)) request.Fail(failure);
        }
    }

    private async Task Deactivate()
    {
        try
        {
            using var limit = new CancellationTokenSource(catalog.Options.ActivationTimeout);
            await Activation!.Stop(_leaving!.Value, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(catalog.Log, failure, grainId);
        }

        await Discard();
        Leave(drop: false);
    }

    /// <summary>Makes the mailbox ready for the next life, with or without the requests that wait.</summary>
    private List<Request> Leave(bool drop)
    {
        lock (_gate)
        {
            List<Request> dropped = drop ? [.. _waiting, .. _interleaving] : [];
            if (drop)
            {
                _waiting.Clear();
                _interleaving.Clear();
            }

            Activation = null;
            _leaving = null;
            _stage = Stage.Empty;
            return dropped;
        }
    }

    private async Task Discard()
    {
        try
        {
            if (Activation is not null) await Activation.Discard();
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(catalog.Log, failure, grainId);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Grain {Grain} could not be activated.")]
    private static partial void LogActivationFailed(ILogger log, Exception failure, GrainId grain);

    [LoggerMessage(2, LogLevel.Warning, "Grain {Grain} did not leave memory in order.")]
    private static partial void LogDeactivationFailed(ILogger log, Exception failure, GrainId grain);
}
