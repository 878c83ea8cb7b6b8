using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Suyuan.Forms;

/// <summary>The one validator of answers (FM1): it goes through the whole form and names every field that is wrong.</summary>
public sealed class FormChecker
{
    /// <summary>No list has more rows, files, plots or inputs than these.</summary>
    internal const int MostItems = 500;

    // Nobody mends more at once, and the answer to a body of nothing but faults has an end.
    private const int MostFaults = 1_000;
    private const int LongestName = 100;

    private readonly ImmutableArray<FieldFault>.Builder faults = ImmutableArray.CreateBuilder<FieldFault>();
    private readonly ValueChecker values;

    private FormChecker(DateOnly today, KnownReferences known) => values = new(today, known);

    public static ImmutableArray<FieldFault> Check(Form form, FormAnswers answers, DateOnly today, KnownReferences known)
    {
        var checker = new FormChecker(today, known);
        checker.Row("", form.Fields, answers.ToObject());
        return checker.faults.Count > MostFaults ? [.. checker.faults.Take(MostFaults)] : checker.faults.ToImmutable();
    }

    private void Row(string prefix, IEnumerable<FormField> fields, JsonObject row)
    {
        var known = fields.ToDictionary(field => field.Key);
        foreach (var (key, _) in row.Where(member => !known.ContainsKey(member.Key))) Add(prefix + NameOf(key), FormRefusals.UnknownField);
        foreach (var field in known.Values) Field(prefix + field.Key, field, row[field.Key]);
    }

    private void Field(string path, FormField field, JsonNode? value)
    {
        if (IsEmpty(value))
        {
            if (field.Required) Add(path, FormRefusals.Required);
        }
        else if (TakesItems(field))
        {
            Items(path, field, value!);
        }
        else
        {
            Add(path, values.FaultOf(field, value!));
        }
    }

    private void Items(string path, FormField field, JsonNode value)
    {
        if (value is not JsonArray items)
        {
            Add(path, FormRefusals.WrongType(field.Type));
            return;
        }

        var most = field.MaxItems ?? MostItems;
        if (items.Count < field.MinItems) Add(path, FormRefusals.TooFewItems(field.MinItems.Value));
        if (items.Count > most) Add(path, FormRefusals.TooManyItems(most));
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count && i < most; i++)
        {
            var at = $"{path}[{i}]";
            if (field.Type is not FieldType.Rows) Add(at, values.FaultOf(field, items[i]) ?? ValueChecker.TwiceIn(chosen, field, items[i]));
            else if (items[i] is JsonObject row) Row(at + ".", field.Fields, row);
            else Add(at, FormRefusals.WrongType(field.Type));
        }
    }

    private static string NameOf(string key) => key.Length <= LongestName ? key : key[..LongestName] + "…";

    internal static bool TakesItems(FormField field) =>
        field.Type is FieldType.Rows or FieldType.Attachment or FieldType.Plots or FieldType.Inputs || field.Multiple;

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray items => items.Count == 0,
        JsonValue some when some.TryGetValue<string>(out var text) => string.IsNullOrWhiteSpace(text),
        _ => false,
    };

    private void Add(string path, Common.Refusal? refusal)
    {
        if (refusal is not null) faults.Add(new(path, refusal));
    }
}
