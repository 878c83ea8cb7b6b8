using System.Globalization;
using System.Text.Json.Nodes;
using Suyuan.Batches;

namespace Suyuan.Interchange;

/// <summary>What a stage record answers, of which a draft may hold anything.</summary>
internal sealed class StageAnswers(StageRecordView record)
{
    private readonly JsonObject answers = record.Answers.ToObject();

    public string? Unit => Text("unit");

    /// <summary>What processing took and gave, in kilograms.</summary>
    public (decimal In, decimal Out)? Weights =>
        Number("inputQuantity") is { } taken && Number("outputQuantity") is { } given ? (taken, given) : null;

    public string? Text(string field) => answers[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public decimal? Number(string field) => answers[field] is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : null;

    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public EpcisQuantity QuantityOf(string kind) =>
        Number("netKg") is { } net ? new(kind, net, EpcisUnits.Kilogram)
        : (Number("quantity") ?? Number("count")) is { } quantity ? EpcisUnits.Of(kind, quantity, Unit)
        : new(kind);
}
