namespace Suyuan.WeighTickets;

/// <summary>Trial ginning (试轧) of a sample: gross lint percentage (毛衣分率), impurity Z and regain R of its lint, in percent.</summary>
[GenerateSerializer, Immutable, Alias("trial-ginning")]
public sealed record TrialGinning(
    [property: Id(0)] decimal GrossLintPct,
    [property: Id(1)] decimal ImpurityPct,
    [property: Id(2)] decimal RegainPct);
