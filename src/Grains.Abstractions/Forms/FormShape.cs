using System.Text.RegularExpressions;

namespace Suyuan.Forms;

/// <summary>Whether a form can be asked at all; one that cannot stops the node at its start.</summary>
internal static partial class FormShape
{
    public static Form Checked(Form form) =>
        FaultOf(form) is { } fault ? throw new InvalidOperationException($"The form '{form.Key}' version {form.Version}: {fault}") : form;

    private static string? FaultOf(Form form)
    {
        if (!FormKey().IsMatch(form.Key)) return "its key is not kebab-case.";
        if (form.Version < 1) return "versions begin at 1.";
        if (form.Sections.IsDefaultOrEmpty) return "it has no section.";
        if ((form.Stage is not null) != (form.Group is FormGroup.Stage)) return "stages, and no other forms, have the traits of a stage.";
        return Twice(form.Fields) ?? form.Fields.Select(FaultOf).FirstOrDefault(fault => fault is not null) ?? RuleFaultOf(form);
    }

    private static string? FaultOf(FormField field)
    {
        if (!FieldKey().IsMatch(field.Key)) return $"the field key '{field.Key}' is not camelCase.";
        if (field.Type is FieldType.Choice == field.Choices.IsEmpty) return $"'{field.Key}': choice fields, and no others, have choices.";
        if (field.Type is FieldType.Rows == field.Fields.IsEmpty) return $"'{field.Key}': rows, and no other fields, have fields.";
        if (field.Fields.Any(column => column.Type is FieldType.Rows or FieldType.Inputs)) return $"'{field.Key}': rows in rows.";
        if (field.Choices.GroupBy(choice => choice.Key).Any(same => same.Count() > 1)) return $"'{field.Key}' has a choice twice.";
        return Twice(field.Fields) ?? field.Fields.Select(FaultOf).FirstOrDefault(fault => fault is not null);
    }

    private static string? Twice(IEnumerable<FormField> fields) =>
        fields.GroupBy(field => field.Key).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"'{twice.Key}' is there twice." : null;

    private static string? RuleFaultOf(Form form) => form.Stage?.Rule switch
    {
        StageRule.PestControl => Lacks(form, ("lastDate", FieldType.Date), ("intervalDays", FieldType.Number)),
        StageRule.Harvest => Lacks(form, ("date", FieldType.Date)),
        _ => null,
    };

    private static string? Lacks(Form form, params ReadOnlySpan<(string Key, FieldType Type)> needed)
    {
        foreach (var (key, type) in needed)
        {
            if (!form.Fields.Any(field => field.Key == key && field.Type == type && field.Required))
                return $"its rule needs the required field '{key}' of type {type}.";
        }

        return null;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex FormKey();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,39}\z")]
    private static partial Regex FieldKey();
}
