namespace Suyuan.Statistics;

/// <summary>Bales of one gin line; tickets and cards belong to no line.</summary>
public sealed record LineFigures(int Line, Figures Figures);
