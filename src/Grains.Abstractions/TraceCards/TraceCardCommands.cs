using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.GinLines;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>Prints a card. The print id makes it safe to repeat.</summary>
[GenerateSerializer, Immutable, Alias("print-trace-card")]
public sealed record PrintTraceCard
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required GinCode Gin { get; init; }
    [Id(2)] public required TicketNumber Ticket { get; init; }
    [Id(3)] public required string PrintId { get; init; }
    [Id(4)] public required ModuleType ModuleType { get; init; }

    /// <summary>Absent: the count that the purchase system pushed with the ticket.</summary>
    [Id(5)] public int? FilmCount { get; init; }

    [Id(6)] public int Copies { get; init; } = 1;
    [Id(7)] public ImmutableArray<ChipCode> Chips { get; init; } = [];
}

/// <summary>Prints labels of the same number again.</summary>
[GenerateSerializer, Immutable, Alias("reprint-trace-card")]
public sealed record ReprintTraceCard(
    [property: Id(0)] Caller By,
    [property: Id(1)] CardNumber Card,
    [property: Id(2)] int Quantity,
    [property: Id(3)] string Reason);

/// <summary>Names the chips of the card's modules anew.</summary>
[GenerateSerializer, Immutable, Alias("set-card-chips")]
public sealed record SetCardChips(
    [property: Id(0)] Caller By,
    [property: Id(1)] CardNumber Card,
    [property: Id(2)] ImmutableArray<ChipCode> Chips);

/// <summary>Writes the card into the card file of one line.</summary>
[GenerateSerializer, Immutable, Alias("export-trace-card")]
public sealed record ExportTraceCard(
    [property: Id(0)] Caller By,
    [property: Id(1)] GinLineId Line);

/// <summary>Voids a card before any bale.</summary>
[GenerateSerializer, Immutable, Alias("void-trace-card")]
public sealed record VoidTraceCard(
    [property: Id(0)] Caller By,
    [property: Id(1)] CardNumber Card);
