namespace Suyuan.Filings;

/// <summary>The filing that stands in another one's way, as the database tells it.</summary>
internal sealed record LivingFiling
{
    public string Filing { get; init; } = "";
    public string Name { get; init; } = "";
}
