using System.Collections.Immutable;

namespace Suyuan.Statistics;

/// <summary>A gin's use of its cards (追溯卡使用情况): all of its tickets, traced or not, its cards by state, its bales by line.</summary>
public sealed record GinUse(long Tickets, decimal NetKg, ImmutableSortedDictionary<string, long> Cards, ImmutableArray<LineFigures> Lines);
