using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.WeighTickets;

/// <summary>Filters of the ticket list; days are China days of the gross weighing, both included.</summary>
internal sealed record WeighTicketFilter
{
    [FromQuery(Name = "season")] public SeasonYear? Season { get; init; }
    [FromQuery(Name = "grower")] public string? Grower { get; init; }
    [FromQuery(Name = "ticket")] public TicketNumber? Ticket { get; init; }
    [FromQuery(Name = "late")] public bool? Late { get; init; }
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }

    /// <summary>With or without a card.</summary>
    [FromQuery(Name = "printed")] public bool? Printed { get; init; }

    /// <summary>Weighed out, so that the net weight is known, or not yet.</summary>
    [FromQuery(Name = "weighed")] public bool? Weighed { get; init; }
}

/// <summary>A ticket in a list.</summary>
public sealed record WeighTicketItem(
    TicketNumber Ticket, SeasonYear Season, string Grower, string GrowerMaskedName, ImmutableArray<PlotCode> Plots, string? Variety,
    Kilograms GrossKg, Kilograms? NetKg, Kilograms? QuotaKg, int? FilmCount, bool Late, bool Waived, DateTimeOffset GrossAt,
    CardNumber? Card, GinCode Gin, RegionCode Region, string RegionName);

/// <summary>What the print screen shows: the grower and the tickets delivered to this gin.</summary>
public sealed record DeliveriesView(DeliveringGrower Grower, ImmutableArray<DeliveredTicket> Tickets);

/// <summary>The grower, masked.</summary>
public sealed record DeliveringGrower(string Id, string MaskedName, string MaskedNumber, string Region);

/// <summary>A delivered ticket with its plots, its unit and its card.</summary>
public sealed record DeliveredTicket(
    TicketNumber Ticket, SeasonYear Season, Kilograms GrossKg, Kilograms? NetKg, Kilograms? QuotaKg, int? FilmCount, bool Late, bool Waived,
    DateTimeOffset GrossAt, ImmutableArray<DeliveredPlot> Plots, string? Unit, string? UnitName, string? UnitState, CardNumber? Card,
    int Revision);

/// <summary>A plot that a ticket's cotton comes from.</summary>
public sealed record DeliveredPlot(PlotCode Code, string Name, Mu AreaMu, string Variety);
