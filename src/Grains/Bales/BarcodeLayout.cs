using System.Globalization;

namespace Suyuan.Bales;

/// <summary>Where a 32-digit barcode holds what we read from it; the rest of it is not decoded.</summary>
internal sealed record BarcodeLayout(Range Gin, Range Date)
{
    /// <summary>Digits 3–7 gin, 8–13 production date yyMMdd, as the one published sample shows.</summary>
    public static readonly BarcodeLayout Default = new(2..7, 7..13);

    public string GinOf(BaleBarcode barcode) => barcode.Value[Gin];

    public DateOnly? DateOf(BaleBarcode barcode) =>
        DateOnly.TryParseExact("20" + barcode.Value[Date], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
