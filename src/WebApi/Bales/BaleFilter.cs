using Suyuan.GinLines;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.Bales;

/// <summary>A gin's bales and what the list is narrowed by; days are China days, both included.</summary>
internal sealed record BaleFilter(GinCode Gin, CardNumber? Card, int? Line, SeasonYear? Season, DateOnly? From, DateOnly? To);
