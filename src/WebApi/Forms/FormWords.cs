namespace Suyuan.Forms;

/// <summary>What keys of forms are called, for tables and pages.</summary>
internal static class FormWords
{
    /// <summary>The name of a form; its key where the form is gone.</summary>
    public static FormText NameOf(this FormCatalogue forms, string form) => forms.Find(form)?.Label ?? Plain(form);

    /// <summary>What a choice of a field is called.</summary>
    public static FormText ChoiceOf(this FormCatalogue forms, string form, string field, string choice) =>
        forms.FindChoice(form, field, choice) ?? Plain(choice);

    /// <summary>The same for whom a key would tell nothing: null where the form does not know it.</summary>
    public static FormText? FindChoice(this FormCatalogue forms, string form, string field, string choice) =>
        forms.Find(form)?.Fields.FirstOrDefault(known => known.Key == field)?.Choices.FirstOrDefault(known => known.Key == choice)?.Label;

    public static FormText Plain(string text) => new() { Zh = text, En = text };
}
