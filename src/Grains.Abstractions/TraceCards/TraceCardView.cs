using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>A trace card (追溯卡) with the state of its ticket, its unit and its ginning.</summary>
[GenerateSerializer, Immutable, Alias("trace-card-view")]
public sealed record TraceCardView : IRevisioned
{
    [Id(0)] public CardNumber Card { get; init; }
    [Id(1)] public GinCode Gin { get; init; }
    [Id(2)] public TicketNumber Ticket { get; init; }
    [Id(3)] public SeasonYear Season { get; init; }
    [Id(4)] public CardState State { get; init; }
    [Id(5)] public string Unit { get; init; } = "";
    [Id(6)] public string UnitName { get; init; } = "";
    [Id(7)] public bool UnitApproved { get; init; }
    [Id(8)] public string Grower { get; init; } = "";
    [Id(9)] public string GrowerMaskedName { get; init; } = "";
    [Id(10)] public string? Variety { get; init; }
    [Id(11)] public Kilograms? NetKg { get; init; }
    [Id(12)] public Kilograms? QuotaKg { get; init; }
    [Id(13)] public Kilograms ProcessedKg { get; init; }
    [Id(14)] public int Bales { get; init; }

    /// <summary>Bales still to be made (可加工棉包数量), for display; the weight ends the card.</summary>
    [Id(15)] public int? AvailableBales { get; init; }

    /// <summary>The line where the card waits or is in work, or the one it was exported to.</summary>
    [Id(16)] public int? Line { get; init; }

    [Id(17)] public Kilograms? OvershootKg { get; init; }
    [Id(18)] public ModuleType ModuleType { get; init; }
    [Id(19)] public int FilmCount { get; init; }
    [Id(20)] public int Copies { get; init; }
    [Id(21)] public string PrintId { get; init; } = "";
    [Id(22)] public DateTimeOffset PrintedAt { get; init; }
    [Id(23)] public ImmutableArray<ReprintView> Reprints { get; init; } = [];
    [Id(24)] public int Revision { get; init; }

    /// <summary>RFID chips (电子标签) of the modules, if there are any.</summary>
    [Id(25)] public ImmutableArray<ChipCode> Chips { get; init; } = [];

    public bool Finished => State is CardState.FinishedAuto or CardState.FinishedManual;
}

/// <summary>A reprint (补打) of a card.</summary>
[GenerateSerializer, Immutable, Alias("reprint-view")]
public sealed record ReprintView(
    [property: Id(0)] int Quantity,
    [property: Id(1)] string Reason,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string By);
