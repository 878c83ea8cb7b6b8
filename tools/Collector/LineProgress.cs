namespace Suyuan.Collector;

/// <summary>Where a simulation stands, after each message.</summary>
public sealed record LineProgress(SimulationSummary Done, int Queue, string? InWork, decimal? KgLeft, LineProblem? Refused);
