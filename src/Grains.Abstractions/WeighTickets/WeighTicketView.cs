using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.WeighTickets;

/// <summary>A weigh ticket (收购磅单) as staff see it.</summary>
[GenerateSerializer, Immutable, Alias("weigh-ticket-view")]
public sealed record WeighTicketView : IRevisioned
{
    [Id(0)] public GinCode Gin { get; init; }
    [Id(1)] public TicketNumber Ticket { get; init; }
    [Id(2)] public SeasonYear Season { get; init; }
    [Id(3)] public string Grower { get; init; } = "";
    [Id(4)] public string GrowerMaskedName { get; init; } = "";
    [Id(5)] public RegionCode Region { get; init; }
    [Id(6)] public ImmutableArray<PlotCode> Plots { get; init; } = [];
    [Id(7)] public string? Variety { get; init; }
    [Id(8)] public PickingMode? PickingMode { get; init; }
    [Id(9)] public string? Vehicle { get; init; }
    [Id(10)] public Kilograms GrossKg { get; init; }
    [Id(11)] public DateTimeOffset GrossAt { get; init; }
    [Id(12)] public Kilograms? TareKg { get; init; }
    [Id(13)] public DateTimeOffset? TareAt { get; init; }
    [Id(14)] public Kilograms? NetKg { get; init; }
    [Id(15)] public decimal? ImpurityPct { get; init; }
    [Id(16)] public decimal? MoisturePct { get; init; }
    [Id(17)] public decimal? ConditionedLintPct { get; init; }
    [Id(18)] public Kilograms? SentQuotaKg { get; init; }
    [Id(19)] public Kilograms? ComputedQuotaKg { get; init; }

    /// <summary>The quota (折皮棉公定重量) in use: the one sent, otherwise the one computed.</summary>
    [Id(20)] public Kilograms? QuotaKg { get; init; }

    [Id(21)] public QuotaSource? QuotaSource { get; init; }
    [Id(22)] public int? FilmCount { get; init; }
    [Id(23)] public DateTimeOffset UploadedAt { get; init; }
    [Id(24)] public bool Late { get; init; }
    [Id(25)] public bool Waived { get; init; }
    [Id(26)] public int Revision { get; init; }
    [Id(27)] public Withdrawal? Withdrawal { get; init; }
}
