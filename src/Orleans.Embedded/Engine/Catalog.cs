using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Every mailbox of the node, by the name of its grain: the way from a reference to a grain.</summary>
internal sealed class Catalog(
    IServiceProvider services, GrainTypes types, IOptions<EmbeddedOptions> options, TimeProvider time, ILogger<Catalog> log)
{
    private static readonly TimeSpan PollPeriod = TimeSpan.FromMilliseconds(10);
    private readonly ConcurrentDictionary<GrainId, Mailbox> _mailboxes = new();

    public IServiceProvider Services => services;

    public GrainTypes Types => types;

    public EmbeddedOptions Options { get; } = options.Value;

    public TimeProvider Time => time;

    public ILogger Log => log;

    /// <summary>From now on no grain is activated.</summary>
    public bool Closed { get; private set; }

    public GrainReference Refer(Type grainInterface, GrainId grainId) => ReferenceBuilder.For(grainInterface)(this, grainId);

    public void Dispatch(GrainId grainId, Request request)
    {
        // A mailbox found here may close before it takes the request; it has then left the dictionary, and the next one is new.
        while (!Find(grainId).TryEnqueue(request))
        {
        }
    }

    public void Remove(Mailbox mailbox) => _mailboxes.TryRemove(new(mailbox.GrainId, mailbox));

    /// <summary>Looks for answers that are late and grains that are idle.</summary>
    public void Sweep()
    {
        foreach (var (_, mailbox) in _mailboxes) mailbox.Sweep(Environment.TickCount64);
    }

    /// <summary>Lets the calls under way finish, then deactivates every grain; each of the two within the limit.</summary>
    public async Task Stop(CancellationToken cancelled)
    {
        await Until(() => _mailboxes.All(pair => pair.Value.IsQuiet), cancelled);
        Closed = true;
        await Until(CloseAll, cancelled);
    }

    // Asked again and again, because an activation that began before the catalog was closed may end only now.
    private bool CloseAll()
    {
        foreach (var (_, mailbox) in _mailboxes) mailbox.Close();
        return _mailboxes.IsEmpty;
    }

    private Mailbox Find(GrainId grainId) =>
        _mailboxes.TryGetValue(grainId, out var found)
            ? found
            : _mailboxes.GetOrAdd(grainId, static (id, catalog) => new Mailbox(id, catalog), this);

    private async Task Until(Func<bool> reached, CancellationToken cancelled)
    {
        var deadline = Environment.TickCount64 + (long)Options.StopTimeout.TotalMilliseconds;
        while (!reached() && Environment.TickCount64 < deadline && !cancelled.IsCancellationRequested)
            await Task.Delay(PollPeriod, CancellationToken.None);
    }
}
