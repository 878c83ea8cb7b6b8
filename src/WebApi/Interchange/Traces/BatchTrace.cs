using System.Collections.Immutable;

namespace Suyuan.Interchange;

/// <summary>The chain of batches: filings, ground and inputs behind them, records, codes and buyers before them.</summary>
internal static class BatchTrace
{
    public static TraceGraph Of(BatchFacts facts)
    {
        var graph = new TraceBuilder();
        var filings = facts.Filings.ToDictionary(filing => filing.Id);
        foreach (var batch in facts.Batches) Add(graph, batch, batch.Filings.Select(filing => filings[filing]));
        foreach (var lot in facts.Lots) Buy(graph, lot);
        var stages = facts.Records.ToDictionary(record => (record.Batch, record.Id), record => record.Stage);
        var units = facts.Lots.ToDictionary(lot => lot.Id, lot => lot.Unit);
        foreach (var use in facts.Uses)
        {
            var stage = stages.GetValueOrDefault((use.Batch, use.Record), "input-use");
            graph.Link(LotOf(use.Lot), KeyOf(use.Batch.Value), stage, use.Quantity, units.GetValueOrDefault(use.Lot));
        }

        foreach (var record in facts.Records) Add(graph, record);
        foreach (var codes in facts.Codes)
        {
            var range = graph.Add(TraceNodeKind.CodeRange, codes.Id, $"{codes.Start}–{codes.End}");
            graph.Link(KeyOf(codes.Batch.Value), range, "binds", codes.Codes, "codes");
        }

        return graph.Build();
    }

    /// <summary>The chain of a thing that touched many batches: each of them summed up, and those who bought of it.</summary>
    public static TraceGraph Of(TracedThing thing, BatchFacts behind, TouchedFacts facts)
    {
        var graph = new TraceBuilder();
        var start = graph.Add(thing.Kind, thing.Id, thing.Label);
        foreach (var lot in behind.Lots) Buy(graph, lot);
        var (what, unit) = thing.Kind switch
        {
            TraceNodeKind.InputLot => ("input-use", behind.Lots.FirstOrDefault()?.Unit),
            TraceNodeKind.Filing => ("files", null),
            _ => ("grows", null),
        };
        foreach (var batch in facts.Batches)
            graph.Link(start, graph.Add(TraceNodeKind.Batch, batch.Number.Value, batch.Product), what, batch.Used, unit);
        foreach (var sold in facts.Sales.GroupBy(sale => (sale.Batch, sale.Buyer, sale.Unit)))
        {
            var buyer = graph.Add(TraceNodeKind.Buyer, sold.Key.Buyer);
            graph.Link(KeyOf(sold.Key.Batch.Value), buyer, "sells", sold.Sum(sale => sale.Quantity), sold.Key.Unit);
        }

        return graph.Build();
    }

    public static TraceKey KeyOf(string batch) => new(TraceNodeKind.Batch, batch);

    private static void Add(TraceBuilder graph, TracedBatch facts, IEnumerable<TracedFiling> filings)
    {
        var batch = graph.Add(TraceNodeKind.Batch, facts.Number.Value, facts.Product);
        var zone = graph.Add(TraceNodeKind.Zone, facts.Zone, facts.ZoneName);
        graph.Link(zone, batch, "grows");
        foreach (var plot in facts.Plots)
            graph.Link(graph.Add(TraceNodeKind.Plot, plot.Code, plot.Name), batch, "grows", plot.AreaMu, "mu");
        foreach (var filing in filings)
            graph.Link(graph.Add(TraceNodeKind.Filing, filing.Id, filing.Certificate ?? filing.Title), batch, ActOf(filing.Kind));
    }

    private static string ActOf(string kind) => kind is "supplyCapacity" or "productionCapacity" ? kind : "files";

    // Many records draw on one lot, which was bought once.
    private static void Buy(TraceBuilder graph, TracedLot facts)
    {
        var lot = graph.Add(TraceNodeKind.InputLot, facts.Id, facts.LotNumber ?? facts.ItemName);
        graph.Link(graph.Add(TraceNodeKind.Input, facts.Item, facts.ItemName), lot, "purchases", facts.Quantity, facts.Unit);
        if (facts.Maker is { } maker) graph.Link(graph.Add(TraceNodeKind.Maker, maker), lot, "makes");
        if (facts.Supplier is { } supplier)
            graph.Link(graph.Add(TraceNodeKind.Supplier, supplier), lot, "supplies", facts.Quantity, facts.Unit);
    }

    private static TraceKey LotOf(string lot) => new(TraceNodeKind.InputLot, lot);

    private static void Add(TraceBuilder graph, TracedRecord facts)
    {
        var record = graph.Add(TraceNodeKind.StageRecord, facts.Id, $"{facts.Stage} {facts.OccurredOn:yyyy-MM-dd}");
        graph.Link(KeyOf(facts.Batch.Value), record, facts.Stage, facts.Quantity ?? facts.Output, facts.Output is null ? facts.Unit : "kg");
        if (facts.Buyer is not { } buyer) return;
        graph.Link(record, graph.Add(TraceNodeKind.Buyer, buyer), "sells", facts.Quantity, facts.Unit);
    }
}
