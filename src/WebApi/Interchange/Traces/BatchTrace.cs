using System.Collections.Immutable;

namespace Suyuan.Interchange;

/// <summary>The chain of batches: filings, ground and inputs behind them, records, codes and buyers before them.</summary>
internal static class BatchTrace
{
    public static TraceGraph Of(BatchFacts facts)
    {
        var graph = new TraceBuilder();
        foreach (var batch in facts.Batches) Add(graph, batch, facts.Filings);
        var stages = facts.Records.ToDictionary(record => (record.Batch, record.Id), record => record.Stage);
        foreach (var bought in facts.Uses.DistinctBy(use => use.Lot)) Buy(graph, bought);
        foreach (var use in facts.Uses)
        {
            var stage = stages.GetValueOrDefault((use.Batch, use.Record), "input-use");
            graph.Link(LotOf(use), KeyOf(use.Batch.Value), stage, use.Quantity, use.Unit);
        }

        foreach (var record in facts.Records) Add(graph, record);
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

    // Many records draw on one lot, which was bought once.
    private static void Buy(TraceBuilder graph, TracedUse use)
    {
        var item = graph.Add(TraceNodeKind.Input, use.Item, use.ItemName);
        graph.Link(item, graph.Add(TraceNodeKind.InputLot, use.Lot, use.LotNumber ?? use.ItemName), "purchases", use.LotQuantity, use.Unit);
    }

    private static TraceKey LotOf(TracedUse use) => new(TraceNodeKind.InputLot, use.Lot);

    private static void Add(TraceBuilder graph, TracedRecord facts)
    {
        var record = graph.Add(TraceNodeKind.StageRecord, facts.Id, $"{facts.Stage} {facts.OccurredOn:yyyy-MM-dd}");
        graph.Link(KeyOf(facts.Batch.Value), record, facts.Stage, facts.Quantity ?? facts.Output, facts.Output is null ? facts.Unit : "kg");
        if (facts.Buyer is not { } buyer) return;
        graph.Link(record, graph.Add(TraceNodeKind.Buyer, buyer), "sells", facts.Quantity, facts.Unit);
    }
}
