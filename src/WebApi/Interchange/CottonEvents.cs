using System.Text.Json.Nodes;
using Suyuan.Bales;
using Suyuan.TraceCards;

namespace Suyuan.Interchange;

/// <summary>
/// The life of a card as EPCIS events: seed cotton is weighed, a card is commissioned for it, printed again or voided, ginning makes bales
/// of it, bales are inspected. Ginning is one transformation told in parts, one for what goes in and one for each bale: so a card's
/// document and each of its bales' documents tell the same events by the same ids.
/// </summary>
internal sealed class CottonEvents(CottonFacts facts, EpcisNames names)
{
    private static readonly string[] BaleLists = ["outputEPCList", "epcList", "childEPCs"];

    public IEnumerable<EpcisEvent> OfCard()
    {
        yield return Weighed();
        yield return Printed();
        for (var at = 0; at < facts.Reprints.Length; at++) yield return Reprinted(facts.Reprints[at], at + 1);
        if (facts.VoidedAt is { } voided) yield return Voided(voided);
        if (facts.Bales is [var first, ..]) yield return Fed(first);
        foreach (var told in facts.Bales.SelectMany(OfBale)) yield return told;
    }

    /// <summary>What a bale's history is: that of its card, without the card's other bales.</summary>
    public IEnumerable<EpcisEvent> OfCardAnd(BaleBarcode barcode) =>
        OfCard().Where(told => !facts.Bales.Any(bale => bale.Barcode != barcode && IsOf(bale, told)));

    private bool IsOf(BaleFacts bale, EpcisEvent told) =>
        BaleLists.Any(list => told.Json[list] is JsonArray epcs
            && epcs.Any(epc => epc!.GetValue<string>() == names.Bale(bale.Barcode)));

    private EpcisEvent Weighed()
    {
        var ticket = facts.Ticket;
        return new EpcisEvent("ObjectEvent", ticket.GrossAt, $"weigh-ticket/{facts.Gin}/{ticket.Number}/{ticket.Revision}")
            .Quantities("quantityList", SeedCotton())
            .Happened("receiving", "in_progress", "OBSERVE")
            .At(names.Gin(facts.Gin), names.Gin(facts.Gin))
            .Set("bizTransactionList", new[] { new { bizTransaction = names.Ticket(facts.Gin, ticket.Number) } })
            .Own("grossKg", ticket.GrossKg)
            .Own("quotaKg", ticket.QuotaKg)
            .Own("conditionedLintPct", ticket.ConditionedLintPct)
            .Own("variety", ticket.Variety)
            .Own("plots", facts.Plots.Select(plot => plot.Code).ToArray());
    }

    private EpcisEvent Printed() =>
        new EpcisEvent("ObjectEvent", facts.PrintedAt, $"trace-card/{facts.Card}")
            .Set("epcList", new[] { names.Card(facts.Card) })
            .Happened("commissioning", "active", "ADD")
            .At(names.Gin(facts.Gin), names.Gin(facts.Gin))
            .Set("bizTransactionList", new[] { new { bizTransaction = names.Ticket(facts.Gin, facts.Ticket.Number) } })
            .Set("ilmd", EpcisEvent.Owned(
                ("season", facts.Season.Value), ("unit", facts.Unit), ("unitName", facts.UnitName), ("moduleType", facts.ModuleType),
                ("filmCount", facts.FilmCount), ("netKg", facts.Ticket.NetKg), ("quotaKg", facts.Ticket.QuotaKg)));

    private EpcisEvent Fed(BaleFacts first) =>
        Ginning(first, $"trace-card/{facts.Card}/ginning/{facts.Ticket.Revision}")
            .Set("inputEPCList", new[] { names.Card(facts.Card) })
            .Quantities("inputQuantityList", SeedCotton());

    private EpcisEvent Reprinted(ReprintView reprint, int number) =>
        new EpcisEvent("ObjectEvent", reprint.At, $"trace-card/{facts.Card}/reprint/{number}")
            .Set("epcList", new[] { names.Card(facts.Card) })
            .Happened("encoding", "active", "OBSERVE")
            .At(names.Gin(facts.Gin))
            .Own("labels", reprint.Quantity)
            .Own("reason", reprint.Reason);

    private EpcisEvent Voided(DateTimeOffset at) =>
        new EpcisEvent("ObjectEvent", at, $"trace-card/{facts.Card}/void")
            .Set("epcList", new[] { names.Card(facts.Card) })
            .Happened("decommissioning", "inactive", "DELETE")
            .At(names.Gin(facts.Gin));

    private IEnumerable<EpcisEvent> OfBale(BaleFacts bale) =>
        new BaleEvents(facts.Gin, names).Inspected(bale).Prepend(BaleEvents.Pressed(
            Ginning(bale, $"bale/{bale.Barcode}").Set("outputEPCList", new[] { names.Bale(bale.Barcode) }), bale));

    private EpcisEvent Ginning(BaleFacts bale, string source) =>
        new EpcisEvent("TransformationEvent", bale.PressedAt, source)
            .Set("transformationID", $"{names.Card(facts.Card)}/ginning")
            .Happened("commissioning", "active")
            .At(names.Line(facts.Gin, bale.Line), names.Gin(facts.Gin));

    private EpcisQuantity SeedCotton()
    {
        var kind = names.SeedCotton(facts.Gin, facts.Ticket.Number);
        return facts.Ticket.NetKg is { } net ? new(kind, net.Value, EpcisUnits.Kilogram) : new(kind);
    }
}
