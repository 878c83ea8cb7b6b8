using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>Registers a gin line's collector.</summary>
public sealed record GinLineRequest(CollectorModel Model);

/// <summary>Scans a card (扫描追溯卡).</summary>
/// <param name="DelayBales">Bales of untraced cotton still in the line (延迟包数), when the line asks for it.</param>
/// <param name="Sequence">The device's message number; people send an Idempotency-Key instead.</param>
public sealed record ScanRequest(CardNumber Card, int? DelayBales = null, long? Sequence = null) : ILineRequest
{
    public LineCommand ToCommand(MessageIdentity identity) =>
        new() { Identity = identity, Kind = LineMessageKind.Scan, Card = Card, DelayBales = DelayBales };
}

/// <summary>One pressed bale (棉包).</summary>
public sealed record BaleRequest(
    BaleBarcode Barcode, Kilograms GrossKg, decimal RegainPct, DateTimeOffset PressedAt, Kilograms? TareKg = null,
    decimal? ImpurityPct = null, long? Sequence = null) : ILineRequest
{
    private static readonly Kilograms UsualTare = new(1.4m);

    public LineCommand ToCommand(MessageIdentity identity) => new()
    {
        Identity = identity,
        Kind = LineMessageKind.Bale,
        Bale = new()
        {
            Barcode = Barcode,
            GrossKg = GrossKg,
            TareKg = TareKg ?? UsualTare,
            RegainPct = RegainPct,
            ImpurityPct = ImpurityPct,
            PressedAt = PressedAt,
        },
    };
}

/// <summary>Ends the card in work (结束).</summary>
public sealed record FinishRequest(long? Sequence = null) : ILineRequest
{
    public LineCommand ToCommand(MessageIdentity identity) => new() { Identity = identity, Kind = LineMessageKind.Finish };
}

/// <summary>Reopens a hand-ended card (再加工), by a signed-in verifier or with the verifier's credentials at the device.</summary>
public sealed record ReopenRequest(CardNumber Card, long? Sequence = null, VerifierCredentials? Verifier = null) : ILineRequest
{
    public LineCommand ToCommand(MessageIdentity identity) => new() { Identity = identity, Kind = LineMessageKind.Reopen, Card = Card };
}

/// <summary>The verifier account (校验账号) typed at a collector.</summary>
public sealed record VerifierCredentials(string UserName, string Password);

