using Suyuan.Bales;
using Suyuan.GinLines;
using Suyuan.Seasons;

namespace Suyuan.Interchange;

/// <summary>What is told of a bale alone: that it is there, when no card tells where from; and its public inspection.</summary>
internal sealed class BaleEvents(GinCode gin, EpcisNames names)
{
    /// <summary>The history of a bale without a card: nobody knows what it was ginned of.</summary>
    public IEnumerable<EpcisEvent> OfUntraced(BaleFacts bale) => Inspected(bale).Prepend(Commissioned(bale));

    public IEnumerable<EpcisEvent> Inspected(BaleFacts bale)
    {
        if (bale.Inspection is not { } inspection) yield break;
        if (TimeOf(bale, inspection) is not var (at, known)) yield break;
        yield return new EpcisEvent("ObjectEvent", at, $"bale/{bale.Barcode}/inspection/{inspection.Import}")
            .Set("epcList", new[] { names.Bale(bale.Barcode) })
            .Happened("inspecting", action: "OBSERVE")
            .KnownTo(known)
            .Own("inspection", inspection);
        if (inspection.Batch is not { } lot) yield break;
        // When the lot was stacked is not known; on the day of inspection the bale was in it.
        yield return new EpcisEvent("AggregationEvent", at, $"bale/{bale.Barcode}/lot/{inspection.Import}")
            .Set("parentID", names.BaleLot(lot))
            .Set("childEPCs", new[] { names.Bale(bale.Barcode) })
            .Happened("inspecting", action: "OBSERVE")
            .KnownTo(known);
    }

    /// <summary>What was weighed and measured at the press.</summary>
    public static EpcisEvent Pressed(EpcisEvent told, BaleFacts bale) => told
        .Set("ilmd", EpcisEvent.Owned(
            ("grossKg", bale.GrossKg), ("tareKg", bale.TareKg), ("netKg", bale.NetKg), ("processedKg", bale.ProcessedKg)))
        .Set("sensorElementList", Measured(bale));

    private EpcisEvent Commissioned(BaleFacts bale) => Pressed(
        new EpcisEvent("ObjectEvent", bale.PressedAt, $"bale/{bale.Barcode}")
            .Set("epcList", new[] { names.Bale(bale.Barcode) })
            .Happened("commissioning", "active", "ADD")
            .At(names.Line(gin, bale.Line), names.Gin(gin)),
        bale);

    // Of inspections a day is published, or nothing but the file that brought them. No bale is inspected before it is pressed.
    private static (DateTimeOffset At, string Known)? TimeOf(BaleFacts bale, Inspection inspection) =>
        ChinaTime.Begin(inspection.InspectedOn) is not { } day ? bale.ReportedAt is { } reported ? (reported, "report") : null
        : inspection.InspectedOn == ChinaTime.DateOf(bale.PressedAt) ? (bale.PressedAt, "day")
        : (day, "day");

    // The vocabulary's humidities are of air; what cotton holds of water in percent is regain (回潮率), which it has no word for.
    private static object Measured(BaleFacts bale) => EpcisSensors.Of([.. new[]
    {
        EpcisSensors.Report($"{EpcisEvent.Prefix}:regain", bale.RegainPct, EpcisUnits.Percent),
        EpcisSensors.Report($"{EpcisEvent.Prefix}:impurity", bale.ImpurityPct, EpcisUnits.Percent),
    }.OfType<SensorReport>()]);
}
