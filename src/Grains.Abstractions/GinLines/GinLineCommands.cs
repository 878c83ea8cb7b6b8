using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
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

/// <summary>
/// Messages to a line (扫描, 打包, 结束, 再加工), in their order: judged one after the other, written together, answered each.
/// </summary>
[GenerateSerializer, Immutable, Alias("take-messages")]
public sealed record TakeMessages(
    [property: Id(0)] Caller By,
    [property: Id(1)] ImmutableArray<LineCommand> Messages);

/// <summary>One message to a line.</summary>
[GenerateSerializer, Immutable, Alias("line-command")]
public sealed record LineCommand
{
    [Id(0)] public required MessageIdentity Identity { get; init; }
    [Id(1)] public required LineMessageKind Kind { get; init; }

    /// <summary>The card scanned or reopened.</summary>
    [Id(2)] public CardNumber? Card { get; init; }

    [Id(3)] public int? DelayBales { get; init; }

    /// <summary>Of a bale message.</summary>
    [Id(4)] public PressedBale? Bale { get; init; }

    /// <summary>What is wrong with the message itself: the line refuses it with this, and its number is used up.</summary>
    [Id(5)] public Refusal? Fault { get; init; }

    /// <summary>The message as it came, when it cannot be read; a repeat must say the same.</summary>
    [Id(6)] public string? Raw { get; init; }
}

/// <summary>One pressed bale (棉包), as the collector weighed it.</summary>
[GenerateSerializer, Immutable, Alias("pressed-bale")]
public sealed record PressedBale
{
    [Id(0)] public required BaleBarcode Barcode { get; init; }
    [Id(1)] public required Kilograms GrossKg { get; init; }
    [Id(2)] public Kilograms TareKg { get; init; } = new(1.4m);
    [Id(3)] public required decimal RegainPct { get; init; }
    [Id(4)] public decimal? ImpurityPct { get; init; }
    [Id(5)] public required DateTimeOffset PressedAt { get; init; }
}
