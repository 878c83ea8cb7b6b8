using System.Text.Json.Nodes;
using Suyuan.Bales;
using Suyuan.Seasons;

namespace Suyuan.Interchange;

/// <summary>
/// The life of a card as EPCIS events: seed cotton is weighed, a card is commissioned for it, ginning transforms it into bales, bales are
/// inspected. Ginning is one transformation told in parts, one for what goes in and one for each bale: so a card's document and each of its
/// bales' documents tell the same events by the same ids.
/// </summary>
internal sealed class CottonEvents(CottonFacts facts, EpcisNames names)
{
    private static readonly string[] BaleLists = ["outputEPCList", "epcList", "childEPCs"];

    public IEnumerable<EpcisEvent> OfCard()
    {
        yield return Weighed();
        yield return Printed();
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

    private IEnumerable<EpcisEvent> OfBale(BaleFacts bale)
    {
        yield return Pressed(bale);
        if (bale.Inspection is not { } inspection) yield break;
        if (ChinaTime.Begin(inspection.InspectedOn) is not { } at) yield break;
        yield return new EpcisEvent("ObjectEvent", at, $"bale/{bale.Barcode}/inspection/{inspection.Import}")
            .Set("epcList", new[] { names.Bale(bale.Barcode) })
            .Happened("inspecting", action: "OBSERVE")
            .Own("inspection", inspection);
        if (inspection.Batch is not { } lot) yield break;
        // When the lot was stacked is not known; on the day of inspection the bale was in it.
        yield return new EpcisEvent("AggregationEvent", at, $"bale/{bale.Barcode}/lot/{inspection.Import}")
            .Set("parentID", names.BaleLot(lot))
            .Set("childEPCs", new[] { names.Bale(bale.Barcode) })
            .Happened("inspecting", action: "OBSERVE");
    }

    private EpcisEvent Pressed(BaleFacts bale) =>
        Ginning(bale, $"bale/{bale.Barcode}")
            .Set("outputEPCList", new[] { names.Bale(bale.Barcode) })
            .Set("ilmd", EpcisEvent.Owned(
                ("grossKg", bale.GrossKg), ("tareKg", bale.TareKg), ("netKg", bale.NetKg), ("processedKg", bale.ProcessedKg)))
            .Set("sensorElementList", Measured(bale));

    private EpcisEvent Ginning(BaleFacts bale, string source) =>
        new EpcisEvent("TransformationEvent", bale.PressedAt, source)
            .Set("transformationID", $"{names.Card(facts.Card)}/ginning")
            .Happened("commissioning", "active")
            .At(names.Line(facts.Gin, bale.Line), names.Gin(facts.Gin));

    // The vocabulary's humidities are of air; what cotton holds of water in percent is regain (回潮率), which it has no word for.
    private static object Measured(BaleFacts bale) => EpcisSensors.Of([.. new[]
    {
        EpcisSensors.Report($"{EpcisEvent.Prefix}:regain", bale.RegainPct, EpcisUnits.Percent),
        EpcisSensors.Report($"{EpcisEvent.Prefix}:impurity", bale.ImpurityPct, EpcisUnits.Percent),
    }.OfType<SensorReport>()]);

    private EpcisQuantity SeedCotton()
    {
        var kind = names.SeedCotton(facts.Gin, facts.Ticket.Number);
        return facts.Ticket.NetKg is { } net ? new(kind, net.Value, EpcisUnits.Kilogram) : new(kind);
    }
}
