using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Measures;

namespace Suyuan.WeighTickets;

/// <summary>Uploads or completes a ticket. A member that is absent leaves what is known of it.</summary>
[GenerateSerializer, Immutable, Alias("upload-weigh-ticket")]
public sealed record UploadWeighTicket
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required GinCode Gin { get; init; }
    [Id(2)] public required TicketNumber Ticket { get; init; }
    [Id(3)] public required PersonNumber Person { get; init; }
    [Id(4)] public required ImmutableArray<PlotCode> Plots { get; init; }
    [Id(5)] public required Kilograms GrossKg { get; init; }
    [Id(6)] public required DateTimeOffset GrossAt { get; init; }
    [Id(7)] public string? Variety { get; init; }
    [Id(8)] public PickingMode? PickingMode { get; init; }
    [Id(9)] public string? Vehicle { get; init; }
    [Id(10)] public Kilograms? TareKg { get; init; }
    [Id(11)] public DateTimeOffset? TareAt { get; init; }
    [Id(12)] public decimal? ImpurityPct { get; init; }
    [Id(13)] public decimal? MoisturePct { get; init; }
    [Id(14)] public decimal? ConditionedLintPct { get; init; }
    [Id(15)] public TrialGinning? TrialGinning { get; init; }
    [Id(16)] public Kilograms? SentQuotaKg { get; init; }
    [Id(17)] public int? FilmCount { get; init; }
}

/// <summary>The regiment lets a late ticket be printed all the same.</summary>
[GenerateSerializer, Immutable, Alias("waive-late-ticket")]
public sealed record WaiveLateTicket(
    [property: Id(0)] Caller By,
    [property: Id(1)] string Reason);

/// <summary>Takes back a ticket that was entered by mistake.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-weigh-ticket")]
public sealed record WithdrawWeighTicket([property: Id(0)] Caller By, [property: Id(1)] string Reason);
