namespace Suyuan.Forms;

/// <summary>Every form there is: a few dozen, so they come whole.</summary>
internal sealed record FormList(IReadOnlyList<FormItem> Items);

/// <summary>Form in the list; a stage of a batch says where it stands, so that stages can be chosen without reading each.</summary>
internal sealed record FormItem(string Form, int Version, FormGroup Group, FormText Label, StageTraits? Stage)
{
    public static FormItem Of(Form form) => new(form.Key, form.Version, form.Group, form.Label, form.Stage);
}
