namespace Suyuan.Engine.Tests.Conformance;

internal sealed class ClockGrain : Grain, IClockGrain
{
    private readonly string _life = Guid.NewGuid().ToString();
    private readonly TaskCompletionSource _ticked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IGrainTimer? _timer;
    private string? _context;
    private int _ticks;
    private int _overlaps;
    private bool _busy;
    private bool _fail;

    private string Key => this.GetPrimaryKeyString();

    public Task<string> Start(TimeSpan due, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(due, period) { Interleave = interleave });
        return Task.FromResult(_life);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Journal.Write(Key, $"left {_life}");
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task<int> Ticks() => Task.FromResult(_ticks);

    public Task<int> Overlaps() => Task.FromResult(_overlaps);

    public async Task Work()
    {
        if (_busy) _overlaps++;
        _busy = true;
        await Task.Yield();
        await Task.Run(() => { });
        _busy = false;
    }

    public Task AwaitTick() => _ticked.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public Task FailFromNowOn()
    {
        _fail = true;
        return Task.CompletedTask;
    }

    public Task<string?> ContextOfTick() => Task.FromResult(_context);

    public Task Leave()
    {
        this.DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task Tick(CancellationToken cancellationToken)
    {
        Journal.Write(Key, $"tick {_life}");
        _context = RequestContext.Get("who") as string ?? "nobody";
        _ticked.TrySetResult();
        _ticks++;
        if (_fail) throw new ProbeException("a bad tick");
        await Work();
    }
}
