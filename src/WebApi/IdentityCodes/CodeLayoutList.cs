namespace Suyuan.IdentityCodes;

/// <summary>The layouts, and which of them an allocation gets that names none.</summary>
internal sealed record CodeLayoutList(string Default, IReadOnlyList<CodeLayoutItem> Items)
{
    public static CodeLayoutList Of(CodeLayouts layouts) => new(
        layouts.Default.Name,
        [.. layouts.All.Select(layout => new CodeLayoutItem(layout.Name, layout.Length, layout.IsChecked, layout.Parts))]);
}

/// <summary>A layout; without a length it is for any, on rolls that are printed already.</summary>
internal sealed record CodeLayoutItem(string Name, int? Length, bool Checked, IReadOnlyList<CodePart> Parts);
