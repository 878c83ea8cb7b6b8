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
        if (form.Sections.Any(section => section.Fields.IsDefaultOrEmpty)) return "it has a section without a field.";
        if ((form.Stage is not null) != (form.Group is FormGroup.Stage)) return "stages, and no other forms, have the traits of a stage.";
        if (Texts(form).Any(IsEmpty)) return "it has an empty text.";
        return Twice(form.Sections.Select(section => section.Key)) ?? Twice(form.Fields.Select(field => field.Key))
            ?? form.Fields.Select(FieldShape.FaultOf).FirstOrDefault(fault => fault is not null) ?? RuleFaultOf(form);
    }

    private static IEnumerable<FormText> Texts(Form form) =>
        [form.Label, .. Given(form.Help), .. form.Sections.Select(section => section.Label), .. form.Fields.SelectMany(Texts)];

    private static IEnumerable<FormText> Texts(FormField field) =>
        [field.Label, .. Given(field.Help), .. field.Choices.Select(choice => choice.Label), .. field.Fields.SelectMany(Texts)];

    private static IEnumerable<FormText> Given(FormText? text) => text is null ? [] : [text];

    private static bool IsEmpty(FormText text) => string.IsNullOrWhiteSpace(text.Zh) || string.IsNullOrWhiteSpace(text.En);

    internal static string? Twice(IEnumerable<string> keys) =>
        keys.GroupBy(key => key).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"'{twice.Key}' is there twice." : null;

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
}
