using Suyuan.GinLines;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>
/// A ticket has one trace card record; the printed number is its attribute, so that a race to print is one turn after another.
/// </summary>
[GenerateSerializer, Immutable, Alias("trace-card-id")]
public sealed record TraceCardId([property: Id(0)] GinCode Gin, [property: Id(1)] TicketNumber Ticket);
