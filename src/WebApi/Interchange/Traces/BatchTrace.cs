using System.Collections.Immutable;

namespace Suyuan.Interchange;

/// <summary>The chain of batches: filings, ground and inputs behind them, records, codes and buyers before them.</summary>
internal static class BatchTrace
{
    public static TraceGraph Of(BatchFacts facts)
    {
        var graph = new TraceBuilder();
        foreach (var batch in facts.Batches) Add(graph, batch, facts.Filings);
        foreach (var use in facts.Uses) Add(graph, use, facts);
        foreach (var record in facts.Records) Add(graph, record, facts);
        foreach (var codes in facts.Codes)
        {
            var range = graph.Add(TraceNodeKind.CodeRange, codes.Id, $"{codes.Start}–{codes.End}");
            graph.Link(KeyOf(codes.Batch.Value), range, "binds", codes.Codes, "codes");
        }

        return graph.Build();
    }

    public static TraceKey KeyOf(string batch) => new(TraceNodeKind.Batch, batch);

    private static void Add(TraceBuilder graph, TracedBatch facts, ImmutableArray<TracedFiling> filings)
    {
        var batch = graph.Add(TraceNodeKind.Batch, facts.Number.Value, facts.Product);
        var zone = graph.Add(TraceNodeKind.Zone, facts.Zone, facts.ZoneName);
        graph.Link(zone, batch, "grows");
        foreach (var plot in facts.Plots)
            graph.Link(graph.Add(TraceNodeKind.Plot, plot.Code, plot.Name), batch, "grows", plot.AreaMu, "mu");
        foreach (var filing in filings.Where(filing => filing.Kind == "enterprise" || filing.Id == facts.ProductFiling))
            graph.Link(graph.Add(TraceNodeKind.Filing, filing.Id, filing.Certificate ?? filing.Title), batch, "files");
    }

    private static void Add(TraceBuilder graph, TracedUse use, BatchFacts facts)
    {
        var lot = graph.Add(TraceNodeKind.InputLot, use.Lot, use.LotNumber ?? use.ItemName);
        var item = graph.Add(TraceNodeKind.Input, use.Item, use.ItemName);
        // Many records draw on one lot, which was bought once.
        if (facts.Uses.First(first => first.Lot == use.Lot) == use) graph.Link(item, lot, "purchases", use.LotQuantity, use.Unit);
        var stage = facts.Records.FirstOrDefault(record => record.Batch == use.Batch && record.Id == use.Record)?.Stage;
        graph.Link(lot, KeyOf(use.Batch.Value), stage ?? "input-use", use.Quantity, use.Unit);
    }

    private static void Add(TraceBuilder graph, TracedRecord facts, BatchFacts all)
    {
        if (!all.Batches.Any(batch => batch.Number == facts.Batch)) return;
        var record = graph.Add(TraceNodeKind.StageRecord, facts.Id, $"{facts.Stage} {facts.OccurredOn:yyyy-MM-dd}");
        graph.Link(KeyOf(facts.Batch.Value), record, facts.Stage, facts.Quantity ?? facts.Output, facts.Output is null ? facts.Unit : "kg");
        if (facts.Buyer is not { } buyer) return;
        graph.Link(record, graph.Add(TraceNodeKind.Buyer, buyer), "sells", facts.Quantity, facts.Unit);
    }
}
