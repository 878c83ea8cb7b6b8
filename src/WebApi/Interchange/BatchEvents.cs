using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.IdentityCodes;
using Suyuan.Seasons;

namespace Suyuan.Interchange;

/// <summary>The life of a batch as EPCIS events: it is opened, worked on, harvested, processed, packed, shipped and sold.</summary>
internal sealed class BatchEvents(BatchView batch, FormCatalogue catalogue, EpcisNames names)
{
    private string Class => names.Batch(batch.Enterprise, batch.Number);

    private string Source => $"batch/{batch.Enterprise}/{batch.Number}";

    public IEnumerable<EpcisEvent> Of(BatchHistory history)
    {
        yield return Opened();
        var submitted = history.Records.Where(record => record.State is StageRecordState.Submitted);
        foreach (var told in submitted.SelectMany(Of)) yield return told;
        foreach (var test in history.Tests) yield return Tested(test);
        var sensors = new SensorEvents(names.Zone(batch.Enterprise, batch.Zone), names);
        foreach (var day in history.Sensors) yield return sensors.Of(day);
        foreach (var told in history.Codes.SelectMany(Of)) yield return told;
        if (batch.Voided is { } voided)
            yield return Object(voided.At, $"{Source}/void").Happened("decommissioning", "inactive", "DELETE");
    }

    private EpcisEvent Opened() =>
        Object(batch.Opened!.At, Source)
            .Happened("creating_class_instance", "active", "ADD")
            .Set("ilmd", EpcisEvent.Owned(
                ("productName", batch.ProductName), ("category", batch.Category), ("productFiling", batch.ProductFiling),
                ("zone", names.Zone(batch.Enterprise, batch.Zone)), ("plots", batch.Plots)));

    private IEnumerable<EpcisEvent> Of(StageRecordView record)
    {
        var answers = new StageAnswers(record);
        var traits = catalogue.Find(record.Stage, record.FormVersion)?.Stage;
        if (record.Stage is "transport") return Transported(record, answers);
        var told = (traits?.Group, traits?.Rule) switch
        {
            (_, StageRule.Harvest) => Harvested(record, answers),
            (StageGroup.Processing, _) when answers.Weights is { } weights => Processed(record, answers, weights),
            (StageGroup.Packing, _) => Packed(record, answers),
            _ => Observed(record, answers),
        };
        return [told.Own("stage", record.Stage)];
    }

    private EpcisEvent Harvested(StageRecordView record, StageAnswers answers) =>
        Object(record, answers)
            .Happened("commissioning", "active", "ADD")
            .Set("ilmd", EpcisEvent.Owned(
                ("harvestLot", answers.Text("harvestLot")), ("grade", answers.Text("grade")), ("unit", answers.Unit),
                ("lawfulFrom", record.LawfulFrom)));

    private EpcisEvent Processed(StageRecordView record, StageAnswers answers, (decimal In, decimal Out) weights) =>
        At("TransformationEvent", record)
            .Quantities("inputQuantityList", new EpcisQuantity(Class, weights.In, EpcisUnits.Kilogram))
            .Quantities("outputQuantityList", new EpcisQuantity(
                names.Lot(batch.Enterprise, batch.Number, answers.Text("productLot") ?? record.Id), weights.Out, EpcisUnits.Kilogram))
            .Happened("commissioning", "active")
            .At(names.Enterprise(batch.Enterprise), names.Enterprise(batch.Enterprise))
            .Set("sensorElementList", EpcisSensors.Of(answers));

    private EpcisEvent Packed(StageRecordView record, StageAnswers answers) =>
        At("AggregationEvent", record)
            .Set("parentID", names.PackingLot(batch.Enterprise, batch.Number, answers.Text("packingLot") ?? record.Id))
            .Quantities("childQuantityList", answers.QuantityOf(Class))
            .Happened("packing", "in_progress", "ADD")
            .At(names.Enterprise(batch.Enterprise), names.Enterprise(batch.Enterprise))
            .Own("specification", answers.Text("specification"))
            .Own("unit", answers.Unit);

    private IEnumerable<EpcisEvent> Transported(StageRecordView record, StageAnswers answers)
    {
        yield return Object(record, answers)
            .Happened("shipping", "in_transit", "OBSERVE")
            .Went(Place(answers.Text("from")), Place(answers.Text("to")))
            .Own("from", answers.Text("from"))
            .Own("to", answers.Text("to"))
            .Own("carrier", answers.Text("carrier"))
            .Own("waybillNo", answers.Text("waybillNo"))
            .Own("stage", record.Stage);
        if (ChinaTime.Begin(answers.Day("arrivedOn")) is not { } arrived) yield break;
        yield return new EpcisEvent("ObjectEvent", arrived, $"{SourceOf(record)}/arrival")
            .Quantities("quantityList", answers.QuantityOf(Class))
            .Happened("receiving", "in_progress", "OBSERVE")
            .Went(Place(answers.Text("from")), Place(answers.Text("to")))
            .KnownTo("day")
            .Own("to", answers.Text("to"))
            .Own("stage", record.Stage);
    }

    private (string Type, string Uri)? Place(string? name) => name is null ? null : ("location", names.Place(batch.Enterprise, name));

    private EpcisEvent Observed(StageRecordView record, StageAnswers answers)
    {
        var (step, disposition) = record.Stage switch
        {
            "storage" => ("storing", "in_progress"),
            "sale" or "delivery" => ("retail_selling", "retail_sold"),
            "inspection" => ("inspecting", answers.Text("result") is "passed" ? "conformant" : "non_conformant"),
            var stage => (names.Step(stage), "in_progress"),
        };
        var told = Object(record, answers)
            .Happened(step, disposition, "OBSERVE")
            .At(names.Zone(batch.Enterprise, batch.Zone))
            .Set("sensorElementList", EpcisSensors.Of(answers))
            .Own("unit", answers.Unit);
        return (answers.Text("buyer") ?? answers.Text("gin")) is { } buyer ? Sold(told, buyer) : told;
    }

    private EpcisEvent Sold(EpcisEvent told, string buyer) => told
        .Went(("owning_party", names.Enterprise(batch.Enterprise)), ("owning_party", names.Party(batch.Enterprise, buyer)))
        .Own("buyer", buyer);

    private EpcisEvent Tested(TracedTest test) =>
        Object(ChinaTime.Begin(test.Day)!.Value, $"{Source}/test/{test.Id}/{test.Revision}")
            .Happened("inspecting", test.Conclusion is "passed" ? "conformant" : "non_conformant", "OBSERVE")
            .Set("bizTransactionList", new[] { new { bizTransaction = names.TestReport(batch.Enterprise, test.Id) } })
            .KnownTo("day")
            .Own("reportNo", test.ReportNo)
            .Own("laboratory", test.Laboratory);

    // Codes may be a thousand million: the range is a class, and counted.
    private IEnumerable<EpcisEvent> Of(TracedCodes range)
    {
        var codes = names.Codes(batch.Enterprise, batch.Number, range.Id);
        yield return new EpcisEvent("ObjectEvent", range.BoundAt, $"{Source}/codes/{range.Id}")
            .Quantities("quantityList", new EpcisQuantity(codes, range.Codes))
            .Happened("commissioning", "active", "ADD")
            .Set("ilmd", EpcisEvent.Owned(("batch", Class), ("start", range.Start), ("end", range.End)));
        foreach (var freeze in range.Freezes)
        {
            yield return Held(freeze.Frozen.At, "frozen", freeze).Happened("holding", "recalled", "OBSERVE");
            if (freeze.Lifted is { } lifted) yield return Held(lifted.At, "lifted", freeze).Happened("holding", "active", "OBSERVE");
        }

        EpcisEvent Held(DateTimeOffset at, string what, TracedFreeze freeze) =>
            new EpcisEvent("ObjectEvent", at, $"{Source}/codes/{range.Id}/freezes/{freeze.Number}/{what}")
                .Quantities("quantityList", new EpcisQuantity(codes, (decimal)new CodeRun(freeze.Start, freeze.End, range.Checked).Count))
                .Own("start", freeze.Start)
                .Own("end", freeze.End);
    }

    private EpcisEvent Object(StageRecordView record, StageAnswers answers) =>
        At("ObjectEvent", record).Quantities("quantityList", answers.QuantityOf(Class));

    private EpcisEvent Object(DateTimeOffset at, string source) =>
        new EpcisEvent("ObjectEvent", at, source)
            .Quantities("quantityList", new EpcisQuantity(Class))
            .At(names.Zone(batch.Enterprise, batch.Zone), names.Zone(batch.Enterprise, batch.Zone));

    private EpcisEvent At(string type, StageRecordView record) =>
        new EpcisEvent(type, ChinaTime.Begin(record.OccurredOn) ?? record.Created!.At, SourceOf(record)).KnownTo("day");

    private string SourceOf(StageRecordView record) => $"{Source}/{record.Id}/{record.Revision}";
}
