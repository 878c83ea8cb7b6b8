namespace Suyuan.Filings;

/// <summary>A product as its issued filing names it.</summary>
[GenerateSerializer, Immutable, Alias("filed-product")]
public sealed record FiledProduct
{
    [Id(0)] public string Id { get; init; } = "";
    [Id(1)] public string Name { get; init; } = "";
    [Id(2)] public string Category { get; init; } = "";
}
