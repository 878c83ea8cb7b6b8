using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.GinLines;
using Suyuan.Seasons;

namespace Suyuan.Interchange;

/// <summary>Finds the chain of a thing for whoever may know of the thing; to others it is not there.</summary>
internal sealed class Traces(
    CottonQueries cotton, BaleQueries bales, BatchFactQueries batches, IGrainFactory grains, FormCatalogue catalogue)
{
    /// <summary>Of so many batches a chain tells every record and every range of codes; of more, sums.</summary>
    private const int MostWhole = 10;

    public async Task<Result<TraceAnswer>> Of(TraceId id, TraceDirection direction, Caller caller)
    {
        if (id.Card is { } card && await cotton.OfCard(card, caller) is { } facts)
            return await Of(facts, new(TraceNodeKind.TraceCard, card.Value), direction);
        if (id.Bale is { } bale && await OfBale(bale, direction, caller) is { } ofBale) return ofBale;
        if (id.Enterprise is { } owner && await Knows(owner, caller) && await batches.Find(owner, id.Own) is { } thing)
            return await Of(owner, thing, direction);
        return id.Code is { } code && await batches.Bound(code) is { } bound && await Knows(bound.Enterprise, caller)
            ? await OfCode(code, bound, direction)
            : SharedRefusals.NotFound("trace");
    }

    public async Task<Result<RecallDrill>> Drill(CreditCode enterprise, string lot, Caller caller)
    {
        var found = await Lot(enterprise, lot, caller);
        if (found.Refused) return found.Refusal;
        var touched = await batches.TouchedBy(enterprise, found.Value);
        return RecallDrill.Of(found.Value, await batches.Of(enterprise, found.Value, touched));
    }

    public async Task<Result<TracedThing>> Lot(CreditCode enterprise, string lot, Caller caller) =>
        await Knows(enterprise, caller) && await batches.Find(enterprise, lot) is { Kind: TraceNodeKind.InputLot } found
            ? found
            : SharedRefusals.NotFound("input-lot");

    private async Task<bool> Knows(CreditCode enterprise, Caller caller) => !(await grains.Enterprise(enterprise).GetFor(caller)).Refused;

    private async Task<Result<TraceAnswer>?> OfBale(BaleBarcode barcode, TraceDirection direction, Caller caller)
    {
        var found = await bales.Find(barcode, caller);
        if (found.Refused) return null;
        var start = new TraceKey(TraceNodeKind.Bale, barcode.Value);
        return found.Value.Card is { } card && await cotton.OfCard(card, caller) is { } facts
            ? await Of(facts, start, direction)
            : TraceAnswer.Of(CottonTrace.OfUntraced(found.Value), start, direction);
    }

    private async Task<Result<TraceAnswer>> Of(CottonFacts facts, TraceKey start, TraceDirection direction) =>
        TraceAnswer.Of(CottonTrace.Of(facts), start, direction) with
        {
            Card = CottonBalance.Of(facts, (await grains.Season(facts.Season).Get()).Value),
        };

    private async Task<Result<TraceAnswer>> OfCode(string code, BoundCode bound, TraceDirection direction)
    {
        var facts = await batches.Of(bound.Enterprise, [bound.Batch.Value]);
        var graph = BatchTrace.Of(facts);
        var start = new TraceKey(TraceNodeKind.IdentityCode, code);
        graph = graph with
        {
            Nodes = graph.Nodes.Add(new(start.Kind, code, code)),
            Edges = graph.Edges.Add(new(new(TraceNodeKind.CodeRange, bound.Range), start, "covers", 1, "codes")),
        };
        return TraceAnswer.Of(graph, start, direction) with { Batches = [BatchBalance.Of(bound.Batch, facts, catalogue)] };
    }

    private async Task<Result<TraceAnswer>> Of(CreditCode enterprise, TracedThing thing, TraceDirection direction)
    {
        // Whatever is no batch stands behind its batches: looking back from it, none is seen.
        var touched = direction is TraceDirection.Backward && thing.Kind is not TraceNodeKind.Batch
            ? []
            : await batches.TouchedBy(enterprise, thing);
        string[] lots = thing.Kind is TraceNodeKind.InputLot ? [thing.Id] : [];
        if (touched.Count > MostWhole)
        {
            var folded = await batches.Of(enterprise, thing, touched);
            var behind = lots is [] ? new() : await batches.Of(enterprise, [], lots);
            return TraceAnswer.Of(BatchTrace.Of(thing, behind, folded), thing.Key, direction) with { Folded = folded.Batches };
        }

        var facts = await batches.Of(enterprise, touched, lots);
        return TraceAnswer.Of(BatchTrace.Of(facts).With(thing), thing.Key, direction) with
        {
            Batches = [.. facts.Batches.Select(batch => BatchBalance.Of(batch.Number, facts, catalogue))],
        };
    }
}
