using Suyuan.Bales;
using Suyuan.Measures;

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
        foreach (var bale in facts.Bales)
        {
            var pressed = graph.Link(
                card, graph.Add(TraceNodeKind.Bale, bale.Barcode.Value), "gins", bale.ProcessedKg.Value, Kg);
            Add(graph, pressed, bale.Inspection, bale.NetKg);
        }

        return graph.Build();
    }

    /// <summary>A bale without a card came from nobody knows whom; what became of it is known all the same.</summary>
    public static TraceGraph OfUntraced(BaleAnswer bale)
    {
        var graph = new TraceBuilder();
        Add(graph, graph.Add(TraceNodeKind.Bale, bale.Barcode.Value), bale.Inspection, bale.NetKg);
        return graph.Build();
    }

    private static void Add(TraceBuilder graph, TraceKey bale, Inspection? inspected, Kilograms netKg)
    {
        if (inspected is not { } inspection) return;
        graph.Link(bale, graph.Add(TraceNodeKind.Inspection, bale.Id, inspection.ColourGrade.Value), "inspects");
        if (inspection.Batch is { } lot) graph.Link(bale, graph.Add(TraceNodeKind.BaleLot, lot), "stacks", netKg.Value, Kg);
    }
}
