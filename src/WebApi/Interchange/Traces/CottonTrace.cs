namespace Suyuan.Interchange;

/// <summary>The chain of a card: growers and plots, weigh ticket, card, bales, inspections.</summary>
internal static class CottonTrace
{
    private const string Kg = "kg";

    public static TraceGraph Of(CottonFacts facts)
    {
        var graph = new TraceBuilder();
        var ticket = graph.Add(TraceNodeKind.WeighTicket, $"{facts.Gin}-{facts.Ticket.Number}", facts.Ticket.Number.Value);
        var grower = graph.Add(TraceNodeKind.Grower, facts.Grower, facts.GrowerMaskedName);
        foreach (var plot in facts.Plots)
        {
            var land = graph.Add(TraceNodeKind.Plot, plot.Code, plot.Name);
            graph.Link(grower, land, "grows", plot.AreaMu, "mu");
            graph.Link(land, ticket, "delivers");
        }

        graph.Link(grower, ticket, "delivers", facts.Ticket.NetKg?.Value, Kg);
        var card = graph.Link(ticket, graph.Add(TraceNodeKind.TraceCard, facts.Card.Value), "prints", facts.Ticket.NetKg?.Value, Kg);
        graph.Link(graph.Add(TraceNodeKind.TraceUnit, facts.Unit, facts.UnitName), card, "traces", facts.Ticket.QuotaKg?.Value, Kg);
        foreach (var bale in facts.Bales) Add(graph, card, bale);
        return graph.Build();
    }

    private static void Add(TraceBuilder graph, TraceKey card, BaleFacts facts)
    {
        var bale = graph.Link(card, graph.Add(TraceNodeKind.Bale, facts.Barcode.Value), "gins", facts.ProcessedKg.Value, Kg);
        if (facts.Inspection is not { } inspection) return;
        graph.Link(bale, graph.Add(TraceNodeKind.Inspection, facts.Barcode.Value, inspection.ColourGrade.Value), "inspects");
        if (inspection.Batch is { } lot) graph.Link(bale, graph.Add(TraceNodeKind.BaleLot, lot), "stacks", facts.NetKg.Value, Kg);
    }
}
