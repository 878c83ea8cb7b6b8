using System.Collections.Frozen;
using System.Text.Json;

namespace Suyuan.Audit;

/// <summary>A member of a record that a version changed. Its values are shown where they can tell nothing about a person.</summary>
internal sealed record MemberChange(string Member, JsonElement? From, JsonElement? To)
{
    private const string Revision = "revision";

    /// <summary>Texts that are no person's. Whatever is not named here is told to have changed and no more.</summary>
    private static readonly FrozenSet<string> Impersonal = new[]
    {
        "state", "formation", "region", "homeRegion", "season", "gin", "ticket", "model", "moduleType", "variety", "pickingMode",
        "grossAt", "tareAt", "uploadedAt", "printedAt", "reason", "code", "unit",
        "kind", "number", "validFrom", "validTo", "opinion", "revokedFor", "submittedAt", "issuedAt",
        "formingDeadline", "deliveryDeadline", "ginningDeadline", "rateBasis", "processedBasis", "gradingEdition",
        "stage", "occurredOn", "date", "firstDate", "lastDate",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parts of a record that are looked into; others, like a legal person, change as one.</summary>
    private static readonly FrozenSet<string> Parts = new[]
    {
        "policy", "minimumAreaMu", "premium", "queueLimits", "trialGinning", "waiver", "application", "certificate", "answers",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<MemberChange> Between(JsonElement? before, JsonElement? after) => [.. Between("", before, after)];

    private static IEnumerable<MemberChange> Between(string path, JsonElement? before, JsonElement? after)
    {
        foreach (var name in Names(before).Union(Names(after)).Where(name => name != Revision).Order(StringComparer.Ordinal))
        {
            var (from, to) = (Get(before, name), Get(after, name));
            if (from is { } old && to is { } changed && JsonElement.DeepEquals(old, changed)) continue;
            if (!Parts.Contains(name)) yield return new(path + name, Shown(name, from), Shown(name, to));
            else foreach (var inner in Between($"{path}{name}.", from, to)) yield return inner;
        }
    }

    private static IEnumerable<string> Names(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } record ? record.EnumerateObject().Select(member => member.Name) : [];

    private static JsonElement? Get(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } record && record.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? Shown(string name, JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value,
        JsonValueKind.String when Impersonal.Contains(name) => value,
        _ => null,
    };
}
