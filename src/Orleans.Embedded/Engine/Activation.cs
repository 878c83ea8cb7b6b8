using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>One life of a grain in memory: its instance, its services, its records and its timers.</summary>
internal sealed class Activation(Mailbox mailbox, Catalog catalog) : IGrainContext
{
    private readonly AsyncServiceScope _scope = catalog.Services.CreateAsyncScope();
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IStorage> _states = [];
    private readonly HashSet<IDisposable> _attached = [];
    private IGrainBase? _grain;

    /// <summary>The activation whose turn the running code is part of.</summary>
    public static Activation? Current => (TaskScheduler.Current as Mailbox)?.Activation;

    public Catalog Catalog => catalog;

    public Mailbox Mailbox => mailbox;

    public GrainId GrainId => mailbox.GrainId;

    public object? GrainInstance => _grain;

    public IServiceProvider ActivationServices => _scope.ServiceProvider;

    public Task Deactivated => _deactivated.Task;

    public async Task Start(CancellationToken cancelled)
    {
        _grain = catalog.Types[GrainId.Type].Create(this);
        foreach (var state in _states) await state.ReadStateAsync();
        await _grain.OnActivateAsync(cancelled);
    }

    public async Task Stop(DeactivationReason reason, CancellationToken cancelled)
    {
        DisposeAttached();
        if (_grain is not null) await _grain.OnDeactivateAsync(reason, cancelled);
    }

    public async Task Discard()
    {
        DisposeAttached();
        _deactivated.TrySetResult();
        if (_grain is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
        else if (_grain is IDisposable disposable) disposable.Dispose();
        await _scope.DisposeAsync();
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        mailbox.Deactivate(this, deactivationReason);

    /// <summary>Ends this life when its record has changed behind its back; the first grain to hear of a conflict is its source.</summary>
    public void LeaveAfterConflict(Exception failure)
    {
        if (failure is not InconsistentStateException { IsSourceActivation: true } conflict) return;
        conflict.IsSourceActivation = false;
        Deactivate(new(DeactivationReasonCode.ApplicationError, conflict, "The stored state has changed."));
    }

    public static object AddState<TState>(Activation activation, string name, string? storageName)
    {
        var storage = activation.ActivationServices.GetRequiredKeyedService<IGrainStorage>(
            storageName ?? EmbeddedOrleansExtensions.DefaultStorage);
        var state = new PersistentState<TState>(name, activation.GrainId, storage);
        activation._states.Add(state);
        return state;
    }

    public IGrainTimer AddTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        new GrainTimer(this, callback, options);

    /// <summary>Ties something to this life: timers and subscriptions end with it.</summary>
    public void Attach(IDisposable attached)
    {
        lock (_attached) _attached.Add(attached);
    }

    public void Detach(IDisposable attached)
    {
        lock (_attached) _attached.Remove(attached);
    }

    private void DisposeAttached()
    {
        List<IDisposable> attached;
        lock (_attached) attached = [.. _attached];
        attached.ForEach(each => each.Dispose());
    }
}
