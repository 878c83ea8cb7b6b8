namespace Suyuan.TraceUnits;

/// <summary>Legal person (法人) of a cooperative, masked.</summary>
[GenerateSerializer, Immutable, Alias("legal-person-view")]
public sealed record LegalPersonView
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public string MaskedNumber { get; init; } = "";
    [Id(2)] public string Representative { get; init; } = "";
    [Id(3)] public string MaskedMobile { get; init; } = "";
}
