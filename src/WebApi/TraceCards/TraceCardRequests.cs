using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>Prints the trace card (追溯卡) of a ticket.</summary>
/// <param name="PrintId">Made by the client; the same id prints the same card again.</param>
/// <param name="FilmCount">Film count (棉膜件数); absent: what the purchase system pushed.</param>
/// <param name="Chips">EPCs of RFID chips (电子标签) in the film, if there are any.</param>
/// <param name="Copies">Labels of each film (打印重复次数).</param>
public sealed record PrintRequest(
    string PrintId, TicketNumber Ticket, ModuleType ModuleType, int? FilmCount = null, int Copies = 1,
    ImmutableArray<ChipCode>? Chips = null);

/// <summary>Names the chips (电子标签) of the card's modules anew.</summary>
public sealed record ChipsRequest(ImmutableArray<ChipCode> Chips);

/// <summary>Prints labels again (补打).</summary>
public sealed record ReprintRequest(int Quantity, string Reason) : IGivesReason;

/// <summary>Exports the un-ginned cards (导出追溯码文件) for one line; without cards all printed ones whose quota is known.</summary>
public sealed record CardFileRequest(int Line, ImmutableArray<CardNumber>? Cards = null);
