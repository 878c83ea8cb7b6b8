using Suyuan.TraceCards;

namespace Suyuan.WeighTickets;

/// <summary>What became of a ticket: the card printed for it and whether its cotton is being ginned (fact find_ticket_use).</summary>
public sealed record TicketUse
{
    public CardNumber Card { get; init; }
    public bool Started { get; init; }
}
