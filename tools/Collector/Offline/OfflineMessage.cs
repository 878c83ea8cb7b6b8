using System.Globalization;

namespace Suyuan.Collector;

/// <summary>One message of an off-line collector, as a row of its journal and of its collection file.</summary>
public sealed record OfflineMessage(long Sequence, string Kind)
{
    public const string Columns = "sequence,kind,card,delayBales,barcode,grossKg,tareKg,regainPct,impurityPct,pressedAt";

    public string? Card { get; init; }
    public int? DelayBales { get; init; }
    public string? Barcode { get; init; }
    public decimal GrossKg { get; init; }
    public decimal TareKg { get; init; }
    public decimal RegainPct { get; init; }
    public decimal? ImpurityPct { get; init; }
    public DateTimeOffset PressedAt { get; init; }

    public static OfflineMessage Bale(LineMessage pressed) => new(pressed.Sequence, "bale")
    {
        Barcode = pressed.Barcode,
        GrossKg = pressed.GrossKg!.Value,
        TareKg = pressed.TareKg!.Value,
        RegainPct = pressed.RegainPct!.Value,
        ImpurityPct = pressed.ImpurityPct,
        PressedAt = pressed.PressedAt!.Value,
    };

    public static OfflineMessage Parse(string row)
    {
        var cells = row.Split(',');
        var message = new OfflineMessage(long.Parse(cells[0], CultureInfo.InvariantCulture), cells[1]);
        return message.Kind == "bale"
            ? message with
            {
                Barcode = cells[4],
                GrossKg = Number(cells[5]),
                TareKg = Number(cells[6]),
                RegainPct = Number(cells[7]),
                ImpurityPct = cells[8].Length == 0 ? null : Number(cells[8]),
                PressedAt = DateTimeOffset.Parse(cells[9], CultureInfo.InvariantCulture),
            }
            : message with
            {
                Card = cells[2].Length == 0 ? null : cells[2],
                DelayBales = cells[3].Length == 0 ? null : int.Parse(cells[3], CultureInfo.InvariantCulture),
            };
    }

    public override string ToString() => Kind == "bale"
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Sequence},bale,,,{Barcode},{GrossKg:0.###},{TareKg:0.###},{RegainPct:0.###},{ImpurityPct:0.###},"
            + $"{PressedAt:yyyy-MM-dd'T'HH:mm:sszzz}")
        : string.Create(CultureInfo.InvariantCulture, $"{Sequence},{Kind},{Card},{DelayBales},,,,,,");

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
