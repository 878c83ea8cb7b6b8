using Suyuan.GinLines;

namespace Suyuan.Statistics;

/// <summary>Sum over the lines of one gin, with what was delivered there.</summary>
public sealed record GinFigures(GinCode Gin, Figures Figures);
