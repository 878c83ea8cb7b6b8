using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>What printing needs to know of the world.</summary>
public sealed record PrintFacts
{
    public required DateTimeOffset Now { get; init; }
    public required WeighTicketView Ticket { get; init; }

    /// <summary>The units that hold the ticket's plots; only one of them, approved, makes a card.</summary>
    public required IReadOnlyList<TraceUnitView> Units { get; init; }

    public required bool SeasonClosed { get; init; }

    /// <summary>One of the chips named that another card carries.</summary>
    public TakenChip? TakenChip { get; init; }

    /// <summary>Drawn only to print.</summary>
    public CardSerial Serial { get; init; } = new();
}

/// <summary>A gin's next serial and three random digits (fact next_card_serial).</summary>
public sealed record CardSerial
{
    public int Serial { get; init; }
    public int Random { get; init; }
}
