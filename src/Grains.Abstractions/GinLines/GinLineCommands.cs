using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>
/// What makes a message to a line safe to repeat: a device's increasing sequence, or a person's idempotency key.
/// </summary>
[GenerateSerializer, Immutable, Alias("message-identity")]
public sealed record MessageIdentity([property: Id(0)] long? Sequence, [property: Id(1)] string? Key);

/// <summary>Registers a line and its collector.</summary>
[GenerateSerializer, Immutable, Alias("register-gin-line")]
public sealed record RegisterGinLine(
    [property: Id(0)] Caller By,
    [property: Id(1)] GinLineId Line,
    [property: Id(2)] CollectorModel Model);

/// <summary>Scans a card (扫描追溯卡).</summary>
[GenerateSerializer, Immutable, Alias("scan-card")]
public sealed record ScanCard(
    [property: Id(0)] Caller By,
    [property: Id(1)] MessageIdentity Identity,
    [property: Id(2)] CardNumber Card,
    [property: Id(3)] int? DelayBales);

/// <summary>Records one pressed bale (棉包).</summary>
[GenerateSerializer, Immutable, Alias("press-bale")]
public sealed record PressBale
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required MessageIdentity Identity { get; init; }
    [Id(2)] public required BaleBarcode Barcode { get; init; }
    [Id(3)] public required Kilograms GrossKg { get; init; }
    [Id(4)] public Kilograms TareKg { get; init; } = new(1.4m);
    [Id(5)] public required decimal RegainPct { get; init; }
    [Id(6)] public decimal? ImpurityPct { get; init; }
    [Id(7)] public required DateTimeOffset PressedAt { get; init; }
}

/// <summary>Ends the card in work by hand (结束).</summary>
[GenerateSerializer, Immutable, Alias("finish-card")]
public sealed record FinishCard([property: Id(0)] Caller By, [property: Id(1)] MessageIdentity Identity);

/// <summary>Reopens a hand-ended card (再加工); the verifier's credentials were checked.</summary>
[GenerateSerializer, Immutable, Alias("reopen-card")]
public sealed record ReopenCard(
    [property: Id(0)] Caller By,
    [property: Id(1)] MessageIdentity Identity,
    [property: Id(2)] CardNumber Card);
