namespace Suyuan.Engine.Tests.Conformance;

internal sealed class TallyGrain([PersistentState("tally")] IPersistentState<Tally> tally) : Grain, ITallyGrain
{
    private readonly string _life = Guid.NewGuid().ToString();

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Journal.Write(Key, $"activated with {tally.State.Count}");
        if (Key.StartsWith("fails once", StringComparison.Ordinal) && Journal.Read(Key).Length == 1)
        {
            await Gate.At(Key).Pass();
            throw new ProbeException("not today");
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Journal.Write(Key, $"leaving: {reason.ReasonCode}");
        if (Key.StartsWith("leaves slowly", StringComparison.Ordinal)) await Gate.At(Key).Pass();
        Journal.Write(Key, "left");
    }

    public async Task<int> Add(int amount)
    {
        tally.State = tally.State with { Count = tally.State.Count + amount };
        await tally.WriteStateAsync();
        return tally.State.Count;
    }

    public Task<int> Get() => Task.FromResult(tally.State.Count);

    public Task<bool> IsStored() => Task.FromResult(tally.RecordExists && tally.Etag is not null);

    public Task Clear() => tally.ClearStateAsync();

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<string> Life() => Task.FromResult(_life);
}
