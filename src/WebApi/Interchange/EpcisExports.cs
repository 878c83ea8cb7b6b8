using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.GinLines;
using Suyuan.TraceCards;

namespace Suyuan.Interchange;

/// <summary>What to export the history of: a card, a bale, or a batch of an enterprise.</summary>
internal sealed record EpcisFilter(CardNumber? Card, BaleBarcode? Bale, CreditCode? Enterprise, BatchNumber? Batch);

/// <summary>Makes EPCIS documents for whoever may know of the thing; to others it is not there.</summary>
internal sealed class EpcisExports(
    CottonQueries cotton, BaleQueries bales, BatchQueries records, BatchFactQueries facts, IGrainFactory grains, FormCatalogue catalogue,
    PublicAddress address, TimeProvider clock)
{
    public Task<Result<EpcisDocument>> Of(EpcisFilter filter, Caller caller) => filter switch
    {
        { Card: { } card, Bale: null, Enterprise: null, Batch: null } => OfCard(card, caller),
        { Card: null, Bale: { } bale, Enterprise: null, Batch: null } => OfBale(bale, caller),
        { Card: null, Bale: null, Enterprise: { } enterprise, Batch: { } batch } => OfBatch(enterprise, batch, caller),
        _ => Task.FromResult<Result<EpcisDocument>>(InterchangeRefusals.OneThing),
    };

    private async Task<Result<EpcisDocument>> OfCard(CardNumber card, Caller caller) =>
        await cotton.OfCard(card, caller) is { } found
            ? Document(names => new CottonEvents(found, names).OfCard())
            : SharedRefusals.NotFound("trace-card");

    private async Task<Result<EpcisDocument>> OfBale(BaleBarcode barcode, Caller caller)
    {
        var bale = await bales.Find(barcode, caller);
        if (bale.Refused) return bale.Refusal;
        return bale.Value.Card is { } card && await cotton.OfCard(card, caller) is { } found
            ? Document(names => new CottonEvents(found, names).OfCardAnd(barcode))
            : await cotton.OfBale(barcode) is { } alone ? Document(names => new BaleEvents(alone.Gin, names).OfUntraced(alone))
            : SharedRefusals.NotFound("bale");
    }

    private async Task<Result<EpcisDocument>> OfBatch(CreditCode enterprise, BatchNumber number, Caller caller)
    {
        var owner = await grains.Enterprise(enterprise).GetFor(caller);
        var batch = await grains.Batch(enterprise, number).GetFor(caller);
        if ((owner.Refusal ?? batch.Refusal) is { } refusal) return refusal;
        var history = new BatchHistory(
            await records.Records(enterprise, number), await facts.Codes(enterprise, number), await facts.Tests(enterprise, number),
            await facts.Sensors(batch.Value, clock.GetUtcNow()));
        return Document(names => new BatchEvents(batch.Value, catalogue, names).Of(history));
    }

    private EpcisDocument Document(Func<EpcisNames, IEnumerable<EpcisEvent>> events) =>
        new(new(address.Of("")), clock.GetUtcNow(), events(new(address.Of(""))).ToAsyncEnumerable());
}
