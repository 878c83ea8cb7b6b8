using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.GinLines;
using Suyuan.Inputs;

namespace Suyuan.Interchange;

/// <summary>Finds the chain of a thing for whoever may know of the thing; to others it is not there.</summary>
internal sealed class Traces(
    CottonQueries cotton, BaleQueries bales, BatchFactQueries batches, IGrainFactory grains, FormCatalogue catalogue)
{
    public async Task<Result<TraceAnswer>> Of(TraceId id, TraceDirection direction, Caller caller)
    {
        if (id.Card is { } card && await cotton.OfCard(card, caller) is { } facts)
            return Of(facts, new(TraceNodeKind.TraceCard, card.Value), direction);
        if (id.Bale is { } bale && await OfBale(bale, direction, caller) is { } ofBale) return ofBale;
        if (id is { Enterprise: { } owner, Batch: { } batch } && await Knows(owner, caller))
            return await Of(owner, [batch.Value], BatchTrace.KeyOf(batch.Value), direction);
        if (id is { Enterprise: { } buyer, Lot: { } lot } && !(await grains.InputLot(buyer, lot).GetFor(caller)).Refused)
            return await Of(buyer, await batches.TouchedBy(buyer, lot), new(TraceNodeKind.InputLot, lot), direction);
        return id.Code is { } code && await batches.Bound(code) is { } bound && await Knows(bound.Enterprise, caller)
            ? await OfCode(code, bound, direction)
            : SharedRefusals.NotFound("trace");
    }

    public async Task<Result<RecallDrill>> Drill(CreditCode enterprise, string lot, Caller caller)
    {
        var known = await grains.InputLot(enterprise, lot).GetFor(caller);
        if (known.Refused) return known.Refusal;
        var facts = await batches.Of(enterprise, await batches.TouchedBy(enterprise, lot));
        return new RecallDrill(
            lot,
            [.. facts.Batches.Select(batch => new RecalledBatch(batch.Number, batch.Product, batch.State))],
            [
                .. facts.Codes.Select(codes =>
                    new RecalledCodes(codes.Batch, codes.Id, codes.Start, codes.End, codes.Codes, codes.FrozenCodes)),
            ],
            [
                .. facts.Records.Where(record => record.Buyer is not null).Select(record =>
                    new RecalledSale(record.Batch, record.OccurredOn, record.Buyer!, record.Quantity, record.Unit)),
            ],
            facts.Codes.Sum(codes => codes.Codes));
    }

    private async Task<bool> Knows(CreditCode enterprise, Caller caller) => !(await grains.Enterprise(enterprise).GetFor(caller)).Refused;

    private async Task<Result<TraceAnswer>?> OfBale(BaleBarcode barcode, TraceDirection direction, Caller caller)
    {
        var found = await bales.Find(barcode, caller);
        if (found.Refused) return null;
        var start = new TraceKey(TraceNodeKind.Bale, barcode.Value);
        return found.Value.Card is { } card && await cotton.OfCard(card, caller) is { } facts
            ? Of(facts, start, direction)
            : Untraced(start, direction);
    }

    // A bale without a card has no chain; it is all that is known.
    private static TraceAnswer Untraced(TraceKey start, TraceDirection direction) =>
        TraceAnswer.Of(new() { Nodes = [new(start.Kind, start.Id, start.Id)] }, start, direction);

    private static TraceAnswer Of(CottonFacts facts, TraceKey start, TraceDirection direction) =>
        TraceAnswer.Of(CottonTrace.Of(facts), start, direction) with { Card = CottonBalance.Of(facts) };

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

    private async Task<Result<TraceAnswer>> Of(
        CreditCode enterprise, IReadOnlyList<string> numbers, TraceKey start, TraceDirection direction)
    {
        var facts = await batches.Of(enterprise, numbers);
        var graph = BatchTrace.Of(facts);
        if (!graph.Nodes.Any(node => node.Kind == start.Kind && node.Id == start.Id))
        {
            if (start.Kind is TraceNodeKind.Batch) return SharedRefusals.NotFound("trace");
            graph = graph with { Nodes = graph.Nodes.Add(new(start.Kind, start.Id, start.Id)) };
        }

        return TraceAnswer.Of(graph, start, direction) with
        {
            Batches = [.. facts.Batches.Select(batch => BatchBalance.Of(batch.Number, facts, catalogue))],
        };
    }
}
