namespace Suyuan.Enterprises;

/// <summary>Which zones or products to list: q is part of a name or code; retired ones only when asked for.</summary>
internal sealed record EntryFilter(string? Q, bool? Retired);

/// <summary>Which plots to list, of all zones or of one.</summary>
internal sealed record PlotFilter(string? Q, bool? Retired, string? Zone);
