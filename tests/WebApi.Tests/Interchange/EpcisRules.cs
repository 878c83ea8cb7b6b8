using System.Text.Json;
using System.Text.RegularExpressions;

namespace Suyuan.Interchange.Tests;

/// <summary>What the JSON schema of EPCIS 2.0 demands of the documents that we write, without its schema: every fault by its place.</summary>
internal static partial class EpcisRules
{
    private static readonly string[] Types = ["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"];
    private static readonly string[] Actions = ["ADD", "OBSERVE", "DELETE"];

    private static readonly string[] Steps =
    [
        "accepting", "arriving", "assembling", "collecting", "commissioning", "consigning", "creating_class_instance", "cycle_counting",
        "decommissioning", "departing", "destroying", "disassembling", "dispensing", "encoding", "entering_exiting", "holding", "inspecting",
        "installing", "killing", "loading", "other", "packing", "picking", "receiving", "removing", "repackaging", "repairing", "replacing",
        "reserving", "retail_selling", "sampling", "sensor_reporting", "shipping", "staging_outbound", "stock_taking", "stocking", "storing",
        "transporting", "unloading", "unpacking", "void_shipping",
    ];

    private static readonly string[] Dispositions =
    [
        "active", "in_progress", "in_transit", "inactive", "conformant", "non_conformant", "recalled", "retail_sold", "sellable_accessible",
    ];

    private static readonly string[] Members =
    [
        "type", "eventID", "eventTime", "eventTimeZoneOffset", "recordTime", "action", "bizStep", "disposition", "readPoint", "bizLocation",
        "bizTransactionList", "sourceList", "destinationList", "sensorElementList", "ilmd", "epcList", "quantityList", "parentID", "childEPCs",
        "childQuantityList", "inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList", "transformationID",
    ];

    public static List<string> FaultsOf(JsonElement document)
    {
        var faults = new List<string>();
        foreach (var member in new[] { "@context", "type", "schemaVersion", "creationDate", "epcisBody" })
            if (!document.TryGetProperty(member, out _)) faults.Add($"no {member}");
        if (faults.Count > 0) return faults;
        if (document.GetProperty("type").GetString() != "EPCISDocument") faults.Add("type");
        if (document.GetProperty("schemaVersion").GetString() != "2.0") faults.Add("schemaVersion");
        if (!IsTime(document.GetProperty("creationDate"))) faults.Add("creationDate");
        var number = 0;
        foreach (var told in document.GetProperty("epcisBody").GetProperty("eventList").EnumerateArray())
            faults.AddRange(Event(told).Select(fault => $"event {number++}: {fault}"));
        return faults;
    }

    private static IEnumerable<string> Event(JsonElement told)
    {
        var type = Text(told, "type");
        if (!Types.Contains(type)) yield return $"type {type}";
        if (!told.TryGetProperty("eventTime", out var time) || !IsTime(time)) yield return "eventTime";
        if (!Offset().IsMatch(Text(told, "eventTimeZoneOffset") ?? "")) yield return "eventTimeZoneOffset";
        if (!IsUri(Text(told, "eventID"))) yield return "eventID";
        foreach (var fault in Vocabulary(told, type).Concat(Things(told, type)).Concat(Identifiers(told))) yield return fault;
        foreach (var member in told.EnumerateObject().Where(member => !Members.Contains(member.Name) && !IsUri(member.Name)))
            yield return $"unknown member {member.Name}";
    }

    private static IEnumerable<string> Vocabulary(JsonElement told, string? type)
    {
        var action = Text(told, "action");
        if (type != "TransformationEvent" && !Actions.Contains(action)) yield return $"action {action}";
        if (type == "TransformationEvent" && action is not null) yield return "a transformation has no action";
        if (Text(told, "bizStep") is { } step && !Steps.Contains(step) && !IsUri(step)) yield return $"bizStep {step}";
        if (Text(told, "disposition") is { } state && !Dispositions.Contains(state) && !IsUri(state)) yield return $"disposition {state}";
        if (told.TryGetProperty("ilmd", out var ilmd))
        {
            if (type is not "TransformationEvent" && action is not "ADD") yield return "ilmd without ADD";
            if (ilmd.EnumerateObject().Any(member => !IsUri(member.Name))) yield return "ilmd";
        }
    }

    private static IEnumerable<string> Things(JsonElement told, string? type)
    {
        var any = type switch
        {
            "ObjectEvent" => Filled(told, "epcList", "quantityList", "sensorElementList"),
            "AggregationEvent" => Text(told, "parentID") is not null && Filled(told, "childEPCs", "childQuantityList"),
            "TransformationEvent" when Text(told, "transformationID") is not null =>
                Filled(told, "inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList"),
            "TransformationEvent" =>
                Filled(told, "inputEPCList", "inputQuantityList") && Filled(told, "outputEPCList", "outputQuantityList"),
            _ => true,
        };
        if (!any) yield return "tells of nothing";
    }

    private static IEnumerable<string> Identifiers(JsonElement told)
    {
        foreach (var list in new[] { "epcList", "childEPCs", "inputEPCList", "outputEPCList" })
            if (told.TryGetProperty(list, out var epcs) && epcs.EnumerateArray().Any(epc => !IsUri(epc.GetString()))) yield return list;
        foreach (var list in new[] { "quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList" })
            if (told.TryGetProperty(list, out var quantities) && quantities.EnumerateArray().Any(quantity => !IsQuantity(quantity))) yield return list;
        foreach (var place in new[] { "readPoint", "bizLocation" })
            if (told.TryGetProperty(place, out var at) && !IsUri(Text(at, "id"))) yield return place;
        if (told.TryGetProperty("bizTransactionList", out var deals) && deals.EnumerateArray().Any(deal => !IsUri(Text(deal, "bizTransaction"))))
            yield return "bizTransactionList";
        if (told.TryGetProperty("sensorElementList", out var sensors) && sensors.EnumerateArray().Any(sensor => !Filled(sensor, "sensorReport")))
            yield return "sensorElementList";
    }

    private static bool IsQuantity(JsonElement quantity) => IsUri(Text(quantity, "epcClass"))
        && (!quantity.TryGetProperty("quantity", out var amount) || amount.ValueKind is JsonValueKind.Number)
        && (Text(quantity, "uom") is not { } uom || Unit().IsMatch(uom));

    private static bool Filled(JsonElement of, params string[] lists) =>
        lists.Any(list => of.TryGetProperty(list, out var items) && items.GetArrayLength() > 0);

    private static bool IsTime(JsonElement time) => time.ValueKind is JsonValueKind.String && Time().IsMatch(time.GetString()!);

    private static bool IsUri(string? text) => text is not null && Uri().IsMatch(text);

    private static string? Text(JsonElement of, string member) =>
        of.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:[^\\s\"<>\\\\^`{|}]+$")]
    private static partial Regex Uri();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Time();

    [GeneratedRegex("^[+-](0[0-9]|1[0-3]):[0-5][0-9]$|^[+-]14:00$")]
    private static partial Regex Offset();

    [GeneratedRegex("^[A-Z0-9]{2,3}$")]
    private static partial Regex Unit();
}
