using System.Collections.Immutable;
using System.Diagnostics;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Which other requests of the same grain may be under way while this one runs.</summary>
internal enum Interleaving
{
    None,
    ReadOnly,
    Always,
}

/// <summary>Something a grain is asked to do in a turn of its own.</summary>
internal abstract class Request(Interleaving interleaving)
{
    public Interleaving Interleaving { get; } = interleaving;

    public long Created { get; } = Environment.TickCount64;

    /// <summary>Whether it counts as use of the grain.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Whether somebody waits for it and may be told that it takes too long.</summary>
    public virtual bool AwaitsAnswer => false;

    /// <summary>Whether nobody needs it any more.</summary>
    public abstract bool IsDead(Activation? current);

    /// <summary>Starts on the mailbox's scheduler and calls <see cref="Mailbox.Finish"/> there when done.</summary>
    public abstract void Run(Activation target);

    public abstract void Fail(Exception failure);
}

/// <summary>A call. A generated class for each grain method holds the arguments and makes the call proper.</summary>
internal abstract class Request<T>(Interleaving interleaving) : Request(interleaving)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImmutableDictionary<string, object>? _context = RequestContext.Values;
    private readonly Activity? _activity = Activity.Current;

    public Task<T> Answer => _answer.Task;

    public override bool AwaitsAnswer => !_answer.Task.IsCompleted;

    public override bool IsDead(Activation? current) => !AwaitsAnswer;

    public override void Fail(Exception failure) => _answer.TrySetException(failure);

    public override void Run(Activation target)
    {
        if (_context is not null) RequestContext.Values = _context;
        if (_activity is not null) Activity.Current = _activity;
        ValueTask<T> pending;
        try
        {
            pending = Invoke(target.GrainInstance!);
        }
        catch (Exception failure)
        {
            pending = ValueTask.FromException<T>(failure);
        }

        if (pending.IsCompletedSuccessfully)
        {
            _answer.TrySetResult(pending.Result);
            target.Mailbox.Finish(this);
        }
        else
        {
            _ = Await(pending, target);
        }
    }

    protected abstract ValueTask<T> Invoke(object grain);

    private async Task Await(ValueTask<T> pending, Activation target)
    {
        try
        {
            _answer.TrySetResult(await pending);
        }
        catch (Exception failure)
        {
            // The activation is marked before the caller hears of it, so that the caller's next call meets a fresh one.
            target.LeaveAfterConflict(failure);
            _answer.TrySetException(failure);
        }

        target.Mailbox.Finish(this);
    }
}
