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
            if (Activation != activation || _stage == Stage.Deactivating) return;
            _leaving ??= reason;
            wake = Wake();
        }

        if (wake) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    public void Close()
    {
        if (Activation is { } activation) Deactivate(activation, new(DeactivationReasonCode.ShuttingDown, "The node is stopping."));
    }

    /// <summary>Answers callers whose time is up, and ends a life that nobody uses.</summary>
    public void Sweep(long now)
    {
        List<Request>? late = null;
        var idle = false;
        lock (_gate)
        {
            var oldest = now - (long)catalog.Options.ResponseTimeout.TotalMilliseconds;
            foreach (var request in _running) Collect(request, oldest, ref late);
            foreach (var request in _interleaving) if (!Collect(request, oldest, ref late)) break;
            foreach (var request in _waiting) if (!Collect(request, oldest, ref late)) break;
            idle = _stage == Stage.Active && !_scheduled && _running.Count == 0
                && now - _lastUsed > (long)catalog.Options.CollectionAge.TotalMilliseconds;
        }

        if (idle) Deactivate(Activation!, new(DeactivationReasonCode.ActivationIdle, "Nobody has used the grain for a while."));
        foreach (var request in late ?? [])
            request.Fail(new TimeoutException($"{request.GetType().Name} on {grainId} had no answer in {catalog.Options.ResponseTimeout}."));
    }

    private static bool Collect(Request request, long oldest, ref List<Request>? late)
    {
        if (request.Created > oldest) return false;
        (late ??= []).Add(request);
        return true;
    }

    private async Task Activate()
    {
        var activation = new Activation(this, catalog);
        Activation = activation;
        try
        {
            if (catalog.Closed) throw new SiloUnavailableException();
            using var limit = new CancellationTokenSource(catalog.Options.ActivationTimeout);
            await activation.Start(limit.Token).WaitAsync(limit.Token);
            lock (_gate)
            {
                _stage = Stage.Active;
                _lastUsed = Environment.TickCount64;
            }
        }
        catch (Exception failure)
        {
            LogActivationFailed(failure, grainId);
            await Discard(activation);
            foreach (var request in Leave(true)) request.Fail(failure);
        }
    }

    private async Task Deactivate()
    {
        var activation = Activation!;
        try
        {
            using var limit = new CancellationTokenSource(catalog.Options.ActivationTimeout);
            await activation.Stop(_leaving!.Value, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(failure, grainId);
        }

        await Discard(activation);
        Leave(false);
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

    private async Task Discard(Activation activation)
    {
        try
        {
            await activation.Discard();
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(failure, grainId);
        }
    }

    private void LogActivationFailed(Exception failure, GrainId id) => LogActivationFailed(catalog.Log, failure, id);

    private void LogDeactivationFailed(Exception failure, GrainId id) => LogDeactivationFailed(catalog.Log, failure, id);

    [LoggerMessage(1, LogLevel.Error, "Grain {Grain} could not be activated.")]
    private static partial void LogActivationFailed(ILogger log, Exception failure, GrainId grain);

    [LoggerMessage(2, LogLevel.Warning, "Grain {Grain} did not leave memory in order.")]
    private static partial void LogDeactivationFailed(ILogger log, Exception failure, GrainId grain);
}
