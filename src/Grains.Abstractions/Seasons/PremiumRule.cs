using System.Collections.Immutable;

namespace Suyuan.Seasons;

/// <summary>When a bale is premium cotton (优质棉); the default is 双29B2. A limit that is null is not asked for.</summary>
[GenerateSerializer, Immutable, Alias("premium-rule")]
public sealed record PremiumRule
{
    [Id(0)] public decimal MinimumLengthMm { get; init; } = 29.0m;

    /// <summary>In cN/tex.</summary>
    [Id(1)] public decimal MinimumStrength { get; init; } = 29.0m;

    /// <summary>Out of A, B1, B2, C1 and C2.</summary>
    [Id(2)] public ImmutableArray<string> MicronaireLevels { get; init; } = ["A", "B2"];

    /// <summary>Uniformity index in percent.</summary>
    [Id(3)] public decimal? MinimumUniformity { get; init; }

    /// <summary>False refuses bales flagged for foreign fibre (异性纤维).</summary>
    [Id(4)] public bool? ForeignFibreAllowed { get; init; }
}
