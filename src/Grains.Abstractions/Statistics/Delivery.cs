namespace Suyuan.Statistics;

/// <summary>
/// Traced seed cotton (籽棉) that one grower delivered for a unit: net weight of the tickets whose printed, not voided card is the unit's.
/// </summary>
public sealed record Delivery(string Grower, decimal NetKg);
