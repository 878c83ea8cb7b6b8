using System.Collections.Immutable;
using Suyuan.Bales;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;
using Suyuan.WeighTickets;

namespace Suyuan.Interchange;

/// <summary>A card with what went into it and what came of it: the chain that events and traces are told from.</summary>
internal sealed record CottonFacts
{
    public CardNumber Card { get; init; }
    public GinCode Gin { get; init; }
    public SeasonYear Season { get; init; }
    public string Unit { get; init; } = "";
    public string UnitName { get; init; } = "";
    public string Grower { get; init; } = "";
    public string GrowerMaskedName { get; init; } = "";
    public CardState State { get; init; }
    public ModuleType ModuleType { get; init; }
    public int FilmCount { get; init; }
    public DateTimeOffset PrintedAt { get; init; }

    /// <summary>In their order.</summary>
    public ImmutableArray<ReprintView> Reprints { get; init; } = [];

    public DateTimeOffset? VoidedAt { get; init; }
    public required TicketFacts Ticket { get; init; }

    /// <summary>As the gin line counts it; absent before the first bale.</summary>
    public GinningFacts? Ginning { get; init; }

    public ImmutableArray<PlotFacts> Plots { get; init; } = [];

    /// <summary>In the order of pressing.</summary>
    public ImmutableArray<BaleFacts> Bales { get; init; } = [];
}

/// <summary>The weigh ticket that a card was printed for.</summary>
internal sealed record TicketFacts
{
    public TicketNumber Number { get; init; }
    public Kilograms GrossKg { get; init; }
    public Kilograms? NetKg { get; init; }
    public Kilograms? QuotaKg { get; init; }
    public decimal? ConditionedLintPct { get; init; }
    public string? Variety { get; init; }
    public DateTimeOffset GrossAt { get; init; }
    public int Revision { get; init; }
}

/// <summary>How far a card is ginned.</summary>
internal sealed record GinningFacts(Kilograms QuotaKg, Kilograms ProcessedKg, Kilograms? OvershootKg);

/// <summary>A plot of land whose cotton was delivered.</summary>
internal sealed record PlotFacts(string Code, string Name, decimal AreaMu);
