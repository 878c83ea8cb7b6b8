namespace Suyuan.Statistics;

/// <summary>A grower's own figures in one unit, and the part of the unit's premium cotton that is theirs by delivery.</summary>
public sealed record GrowerShare(string Grower, string MaskedName, Figures Figures, decimal AllottedKg);
