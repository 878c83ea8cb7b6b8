using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Batches;

internal sealed class BatchDeskGrain(BatchGathering gathering, IFacts facts) : Grain, IBatchDeskGrain
{
    private CreditCode Enterprise => BatchGrainFactory.DeskOf(this.GetPrimaryKeyString());

    public async Task<Result<BatchView>> Open(OpenBatch command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        var number = await facts.Find<AllottedNumber>("find_batch_number", Enterprise.Value, command.Request);
        if (number is null)
        {
            // A number is given only to a batch that would be opened.
            var tried = new Batch().Open(Enterprise, default, command, await gathering.ForOpening(Enterprise, command));
            if (tried.Refused) return tried.Refusal;
            number = await facts.Find<AllottedNumber>("allot_batch_number", Enterprise.Value, gathering.Today, command.Request);
        }

        return number is null ? BatchRefusals.NumbersUsedUp : await GrainFactory.Batch(Enterprise, number.Number).Open(command);
    }
}
