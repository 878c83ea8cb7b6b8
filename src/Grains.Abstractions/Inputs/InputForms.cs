namespace Suyuan.Inputs;

/// <summary>The forms about inputs: one for each kind in the catalogue (`input-pesticide`), one for purchases, one for issues.</summary>
public static class InputForms
{
    public const string Purchase = "input-purchase";
    public const string Use = "input-use";
    public const string Pesticide = "input-pesticide";
    private const string Prefix = "input-";

    /// <summary>Whether an item of the catalogue can be of this form.</summary>
    public static bool IsOfItem(string form) => form.StartsWith(Prefix, StringComparison.Ordinal) && form is not (Purchase or Use);

    /// <summary>The kind of an item, which is what its form is called after.</summary>
    public static string KindOf(string form) => form.Length > Prefix.Length ? form[Prefix.Length..] : "";

    public static string OfKind(string kind) => Prefix + kind;
}
