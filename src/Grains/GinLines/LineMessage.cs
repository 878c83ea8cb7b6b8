using System.Globalization;
using Suyuan.Accounts;

namespace Suyuan.GinLines;

/// <summary>The envelope that all messages to a line share: who, which identity, which words.</summary>
internal sealed record LineMessage(Caller By, MessageIdentity Identity, LineMessageKind Kind, string Content)
{
    public static LineMessage Of(ScanCard scan) => new(scan.By, scan.Identity, LineMessageKind.Scan, string.Create(
        CultureInfo.InvariantCulture, $"scan {scan.Card} {scan.DelayBales}"));

    public static LineMessage Of(PressBale bale) => new(bale.By, bale.Identity, LineMessageKind.Bale, string.Create(
        CultureInfo.InvariantCulture,
        $"bale {bale.Barcode} {bale.GrossKg} {bale.TareKg} {bale.RegainPct:0.###} "
        + $"{bale.ImpurityPct:0.###} {bale.PressedAt.ToUniversalTime():O}"));

    public static LineMessage Of(FinishCard finish) => new(finish.By, finish.Identity, LineMessageKind.Finish, "finish");

    public static LineMessage Of(ReopenCard reopen) => new(reopen.By, reopen.Identity, LineMessageKind.Reopen, $"reopen {reopen.Card}");
}
