using System.Text.RegularExpressions;

namespace Suyuan.Forms;

/// <summary>
/// Whether a field can be answered, and nothing is said of it that its type does not know: that would be a rule nobody checks.
/// </summary>
internal static partial class FieldShape
{
    private static readonly string[] Files = ["image", "pdf", "video"];

    public static string? FaultOf(FormField field)
    {
        if (!FieldKey().IsMatch(field.Key)) return $"the field key '{field.Key}' is not camelCase.";
        return (NestingFaultOf(field) ?? MembersFaultOf(field) ?? BoundsFaultOf(field)) is { } fault
            ? $"'{field.Key}': {fault}"
            : FormShape.Twice(field.Fields.Select(column => column.Key))
                ?? field.Fields.Select(FaultOf).FirstOrDefault(inner => inner is not null);
    }

    private static string? NestingFaultOf(FormField field)
    {
        if (field.Type is FieldType.Choice == field.Choices.IsEmpty) return "choice fields, and no others, have choices.";
        if (field.Type is FieldType.Rows == field.Fields.IsEmpty) return "rows, and no other fields, have fields.";
        if (field.Fields.Any(column => column.Type is FieldType.Rows or FieldType.Inputs)) return "rows hold neither rows nor inputs.";
        return FormShape.Twice(field.Choices.Select(choice => choice.Key)) is { } twice ? $"the choice {twice}" : null;
    }

    private static string? MembersFaultOf(FormField field)
    {
        var number = field.Unit is not null || field.Min is not null || field.Max is not null || field.Decimals is not null;
        if (number && field.Type is not FieldType.Number) return "numbers alone have unit, min, max and decimals.";
        if ((field.MaxLength is not null || field.Multiline) && field.Type is not FieldType.Text)
            return "texts alone have maxLength and multiline.";
        if (field.Past && field.Type is not FieldType.Date) return "dates alone are past.";
        if (field.Multiple && field.Type is not FieldType.Choice) return "choices alone are multiple.";
        if ((field.MinItems is not null || field.MaxItems is not null) && !FormChecker.TakesItems(field))
            return "lists alone have minItems and maxItems.";
        if (!field.Accept.IsEmpty && field.Type is not (FieldType.Attachment or FieldType.Inputs))
            return "files and inputs alone have accept.";
        return field.Type is FieldType.Attachment && field.Accept.Except(Files).Any() ? $"files are {string.Join(", ", Files)}." : null;
    }

    private static string? BoundsFaultOf(FormField field)
    {
        if (field.Min > field.Max) return "min is above max.";
        if (field.Min < -NumberChecker.Largest || field.Max > NumberChecker.Largest) return "no number is that large.";
        if (field.Decimals is < 0 or > NumberChecker.MostDecimals) return $"decimals lie between 0 and {NumberChecker.MostDecimals}.";
        if (field.MaxLength is < 1) return "maxLength begins at 1.";
        if (field.MinItems is < 1) return "minItems begins at 1; what may be left out is not required.";
        if (field.MaxItems is < 1 or > FormChecker.MostItems) return $"maxItems lies between 1 and {FormChecker.MostItems}.";
        return field.MinItems > (field.MaxItems ?? FormChecker.MostItems) ? "minItems is above maxItems." : null;
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,39}\z")]
    private static partial Regex FieldKey();
}
