namespace Suyuan.Engine.Tests.Conformance;

internal sealed class ProbeGrain(Greeting greeting) : Grain, IProbeGrain
{
    private int _total;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Journal.Write(Key, "activated");
        return Task.CompletedTask;
    }

    public Task<string> Echo(string text) => Task.FromResult(text);

    public Task Write(string entry)
    {
        Journal.Write(Key, entry);
        return Task.CompletedTask;
    }

    public Task<string> Who() => Task.FromResult(greeting.For(Key));

    public ValueTask Nothing() => ValueTask.CompletedTask;

    public ValueTask<int> Add(int left, int right) => ValueTask.FromResult(left + right);

    public async Task<int> IncrementSlowly()
    {
        var before = _total;
        await Task.Yield();
        await Task.Run(() => { });
        return _total = before + 1;
    }

    public Task<int> Total() => Task.FromResult(_total);

    public async Task Hold(string gate, string entry)
    {
        Journal.Write(Key, $"{entry} begins");
        await Gate.At(gate).Pass();
        Journal.Write(Key, $"{entry} ends");
    }

    public Task Interleave(string entry) => Write(entry);

    public Task HoldReading(string gate, string entry) => Hold(gate, entry);

    public async Task<bool> KeepsItsScheduler()
    {
        var mine = TaskScheduler.Current;
        await Task.Yield();
        var kept = TaskScheduler.Current == mine;
        await Task.Run(() => { });
        kept &= TaskScheduler.Current == mine;
        await GrainFactory.GetGrain<IProbeGrain>(Key + "-other").Echo("");
        kept &= TaskScheduler.Current == mine;
        await Task.Factory.StartNew(() => kept &= TaskScheduler.Current == mine);
        return kept && mine != TaskScheduler.Default;
    }

    public async Task<string?> Context(string key)
    {
        var before = RequestContext.Get(key) as string;
        await Task.Yield();
        return RequestContext.Get(key) as string == before ? before : "changed";
    }

    public Task<string?> ContextOfCallee(string callee, string key) => GrainFactory.GetGrain<IProbeGrain>(callee).Context(key);

    public Task ChangeContext(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }

    public Task<string> Relay(string callee, string text) => GrainFactory.GetGrain<IProbeGrain>(callee).Echo(text);

    public Task<int> RelayToTally(string tally, int amount) => GrainFactory.GetGrain<ITallyGrain>(tally).Add(amount);

    public Task AskMeBack(IProbeGrain caller, string entry) => caller.Interleave(entry);

    public Task IntroduceTo(string other) =>
        GrainFactory.GetGrain<IProbeGrain>(other).AskMeBack(this.AsReference<IProbeGrain>(), "called back");

    public async Task Throw(bool beforeAwaiting)
    {
        if (!beforeAwaiting) await Task.Yield();
        throw new ProbeException("as ordered");
    }
}
