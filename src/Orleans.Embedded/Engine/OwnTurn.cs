using Microsoft.Extensions.Logging;

namespace Orleans.Embedded;

/// <summary>Something that one life of a grain does of itself, and that no other life takes over.</summary>
internal abstract partial class OwnTurn(Activation owner, Interleaving interleaving, bool keepsAlive) : Request(interleaving)
{
    public override bool KeepsAlive => keepsAlive;

    public override bool IsDead(Activation? current) => current != owner;

    public override void Run(Activation target) => _ = Await(target);

    public override void Fail(Exception failure) => LogFailed(owner.Catalog.Log, failure, owner.GrainId);

    protected abstract Task Work();

    private async Task Await(Activation target)
    {
        try
        {
            await Work();
        }
        catch (Exception failure)
        {
            target.LeaveAfterConflict(failure);
            LogFailed(owner.Catalog.Log, failure, owner.GrainId);
        }

        target.Mailbox.Finish(this);
    }

    [LoggerMessage(3, LogLevel.Warning, "A timer or subscription of grain {Grain} failed.")]
    private static partial void LogFailed(ILogger log, Exception failure, Orleans.Runtime.GrainId grain);
}
