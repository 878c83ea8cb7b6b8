using Suyuan.Common;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.Bales;

/// <summary>What a list of bales is narrowed by; days are China days, both included. Premium is judged by the rule of the season.</summary>
internal sealed record BaleFilter(
    CardNumber? Card, int? Line, SeasonYear? Season, DateOnly? From, DateOnly? To, string? Unit, bool? Traced, Choice<BaleWarning>? Warning,
    Choice<PremiumState>? Premium);
