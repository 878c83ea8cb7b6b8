using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>Why a row of inspection results is refused.</summary>
public static class InspectionRefusals
{
    /// <summary>A published result always has this figure.</summary>
    public static Refusal Required => Refusal.Unprocessable("inspection/required");

    /// <summary>A bale barcode has 32 digits; a spreadsheet that took it for a number has lost half of them.</summary>
    public static Refusal BadBarcode(string text) => Refusal.Unprocessable("inspection/bad-barcode", ("text", text));

    /// <summary>The file has another row for the bale, and nobody can tell which one is meant.</summary>
    public static Refusal DuplicateBarcode(BaleBarcode barcode) =>
        Refusal.Unprocessable("inspection/duplicate-barcode", ("barcode", barcode));

    /// <summary>A batch number has 11 digits.</summary>
    public static Refusal BadBatch(string text) => Refusal.Unprocessable("inspection/bad-batch", ("text", text));

    public static Refusal BadDate(string text) => Refusal.Unprocessable("inspection/bad-date", ("text", text));

    public static Refusal NotANumber(string text) => Refusal.Unprocessable("inspection/not-a-number", ("text", text));

    public static Refusal OutOfRange(decimal value, decimal least, decimal most) =>
        Refusal.Unprocessable("inspection/out-of-range", ("value", value), ("least", least), ("most", most));

    public static Refusal UnknownColourGrade(string text) => Refusal.Unprocessable("inspection/unknown-colour-grade", ("text", text));

    public static Refusal UnknownGinningQuality(string text) => Refusal.Unprocessable("inspection/unknown-ginning-quality", ("text", text));

    public static Refusal UnknownForeignFibre(string text) => Refusal.Unprocessable("inspection/unknown-foreign-fibre", ("text", text));
}
