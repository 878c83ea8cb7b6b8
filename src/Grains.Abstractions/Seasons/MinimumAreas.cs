using Suyuan.Measures;
using Suyuan.TraceUnits;

namespace Suyuan.Seasons;

/// <summary>The least area (组团面积要求) a trace unit must reach, by formation.</summary>
[GenerateSerializer, Immutable, Alias("minimum-areas")]
public sealed record MinimumAreas
{
    [Id(0)] public Mu Company { get; init; } = Mu.Of(500);
    [Id(1)] public Mu Free { get; init; } = Mu.Of(500);
    [Id(2)] public Mu Cooperative { get; init; } = Mu.Of(500);
    [Id(3)] public Mu Individual { get; init; } = Mu.Of(500);

    public Mu Of(Formation formation) => formation switch
    {
        Formation.Company => Company,
        Formation.Free => Free,
        Formation.Cooperative => Cooperative,
        Formation.Individual => Individual,
        _ => throw new ArgumentOutOfRangeException(nameof(formation), formation, null),
    };
}
