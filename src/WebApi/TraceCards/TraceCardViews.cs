using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>Filters of the print history (打印记录查询).</summary>
internal sealed record TraceCardFilter(
    SeasonYear? Season, string? Grower, TicketNumber? Ticket, string? Unit, Choice<CardState>? State,
    DateTimeOffset? From, DateTimeOffset? To);

/// <summary>A printed card in a list.</summary>
public sealed record TraceCardItem(
    CardNumber Card, TicketNumber Ticket, SeasonYear Season, string Unit, string UnitName, string Grower, string GrowerMaskedName,
    CardState State, ModuleType ModuleType, int FilmCount, int Copies, Kilograms? NetKg, Kilograms? QuotaKg, Kilograms ProcessedKg,
    int Bales, int? Line, DateTimeOffset PrintedAt, int Revision, GinCode Gin);
