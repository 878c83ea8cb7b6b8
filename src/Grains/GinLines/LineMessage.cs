using System.Globalization;
using Suyuan.Accounts;

namespace Suyuan.GinLines;

/// <summary>A message and who sent it, with its words in one line of text; a repeat must say the same.</summary>
internal sealed record LineMessage(Caller By, LineCommand Command, string Content)
{
    public MessageIdentity Identity => Command.Identity;

    public LineMessageKind Kind => Command.Kind;

    public static LineMessage Of(Caller by, LineCommand command) => new(by, command, ContentOf(command));

    private static string ContentOf(LineCommand command) => command switch
    {
        { Raw: { } raw } => raw,
        { Bale: { } bale } => string.Create(
            CultureInfo.InvariantCulture,
            $"bale {bale.Barcode} {bale.GrossKg} {bale.TareKg} {bale.RegainPct:0.###} "
            + $"{bale.ImpurityPct:0.###} {bale.PressedAt.ToUniversalTime():O}"),
        { Kind: LineMessageKind.Scan } => string.Create(CultureInfo.InvariantCulture, $"scan {command.Card} {command.DelayBales}"),
        { Kind: LineMessageKind.Reopen } => $"reopen {command.Card}",
        _ => "finish",
    };
}
