namespace Suyuan.Common;

/// <summary>A column of an imported table: its name in code and every heading it may stand under, Chinese or English.</summary>
internal sealed record TableColumn(string Name, params string[] Headings)
{
    public bool Optional { get; init; }

    public bool IsUnder(string heading) =>
        heading.Equals(Name, StringComparison.OrdinalIgnoreCase) || Headings.Contains(heading, StringComparer.OrdinalIgnoreCase);
}
