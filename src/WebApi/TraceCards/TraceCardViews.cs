using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>Filters of the print history (打印记录查询); those given hold together.</summary>
/// <param name="Grower">The grower's id, as lists and the print screen answer it.</param>
/// <param name="GrowerName">A part of the grower's name.</param>
/// <param name="UnitName">A part of the unit's name.</param>
/// <param name="Ending">The last digits of the card number, what a damaged label still shows.</param>
/// <param name="Chip">The EPC of a chip in the film.</param>
internal sealed record TraceCardFilter(
    SeasonYear? Season, string? Grower, string? GrowerName, TicketNumber? Ticket, string? Unit, string? UnitName,
    Choice<CardState>? State, Choice<ModuleType>? ModuleType, CardEnding? Ending, ChipCode? Chip, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>The last digits of a card number, from 3 to all 20.</summary>
internal readonly record struct CardEnding(string Digits) : IParsable<CardEnding>
{
    private const int Fewest = 3;

    public static CardEnding Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var ending) ? ending : throw new FormatException("Not the end of a card number.");

    public static bool TryParse(string? s, IFormatProvider? provider, out CardEnding result)
    {
        result = s is { Length: >= Fewest and <= CardNumber.Length } && s.All(char.IsAsciiDigit) ? new(s) : default;
        return result.Digits is not null;
    }

    public override string ToString() => Digits;
}

/// <summary>A printed card in a list.</summary>
public sealed record TraceCardItem(
    CardNumber Card, TicketNumber Ticket, SeasonYear Season, string Unit, string UnitName, string Grower, string GrowerMaskedName,
    CardState State, ModuleType ModuleType, int FilmCount, int Copies, Kilograms? NetKg, Kilograms? QuotaKg, Kilograms ProcessedKg,
    int Bales, int? Line, DateTimeOffset PrintedAt, int Revision, GinCode Gin);
