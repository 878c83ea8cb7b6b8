using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A clock that asks its grain for a turn, and is wound again only when that turn is over.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly Activation _owner;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly ITimer _clock;
    private TimeSpan _next;
    private TimeSpan _period;
    private bool _ticking;

    public GrainTimer(Activation owner, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        _owner = owner;
        _callback = callback;
        _options = options;
        // The clock must not carry the ambient values of the request that happened to make it.
        using (ExecutionContext.SuppressFlow())
            _clock = owner.Catalog.Time.CreateTimer(
                static timer => ((GrainTimer)timer!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        owner.Attach(this);
        Change(options.DueTime, options.Period);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _next = dueTime;
            _period = period;
            if (!_ticking) _clock.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _clock.Dispose();
        _disposed.Cancel();
        _owner.Detach(this);
    }

    private void Ring()
    {
        lock (_gate)
        {
            if (_ticking) return;
            _ticking = true;
            _next = _period;
        }

        if (!_disposed.IsCancellationRequested) _owner.Mailbox.TryEnqueue(new Tick(this));
    }

    private void Rewind()
    {
        lock (_gate)
        {
            _ticking = false;
            if (!_disposed.IsCancellationRequested) _clock.Change(_next, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Tick(GrainTimer timer)
        : OwnTurn(timer._owner, timer._options.Interleave ? Interleaving.Always : Interleaving.None, timer._options.KeepAlive)
    {
        public override bool IsDead(Activation? current) => timer._disposed.IsCancellationRequested || base.IsDead(current);

        // A tick that a full mailbox refuses must not be the last one.
        public override void Fail(Exception failure) => timer.Rewind();

        protected override async Task Work()
        {
            try
            {
                await timer._callback(timer._disposed.Token);
            }
            finally
            {
                timer.Rewind();
            }
        }
    }
}
