namespace Suyuan.Forms;

/// <summary>Every form there is: a few dozen, so they come whole.</summary>
internal sealed record FormList(IReadOnlyList<FormItem> Items);

/// <summary>Form in the list.</summary>
internal sealed record FormItem(string Form, int Version, FormGroup Group, FormText Label)
{
    public static FormItem Of(Form form) => new(form.Key, form.Version, form.Group, form.Label);
}
