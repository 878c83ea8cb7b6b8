using System.Globalization;
using Suyuan.Common;
using Suyuan.Jobs;

namespace Suyuan.Bales;

/// <summary>Reads the cells of one row; each cell that cannot be read is reported and stands as its default.</summary>
internal sealed class InspectionCells(TableRow row, JobContext job)
{
    private const int BatchLength = 11;
    private static readonly string[] DateFormats =
        ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    public bool Sound { get; private set; } = true;

    public BaleBarcode Barcode(TableColumn column) =>
        BaleBarcode.TryParse(Text(column), null, out var barcode)
            ? barcode
            : Fail<BaleBarcode>(column, InspectionRefusals.BadBarcode(row[column.Name]));

    public string? Batch(TableColumn column) => row[column.Name] switch
    {
        "" => null,
        { Length: BatchLength } batch when batch.All(char.IsAsciiDigit) => batch,
        var other => Fail<string>(column, InspectionRefusals.BadBatch(other)),
    };

    public DateOnly? Date(TableColumn column) => row[column.Name] switch
    {
        "" => null,
        var text when DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) =>
            DateOnly.FromDateTime(at),
        var other => Fail<DateOnly?>(column, InspectionRefusals.BadDate(other)),
    };

    public ColourGrade ColourGrade(TableColumn column) => Text(column) switch
    {
        "" => default,
        var text when Suyuan.Bales.ColourGrade.TryParse(text, null, out var grade) => grade,
        var other => Fail<ColourGrade>(column, InspectionRefusals.UnknownColourGrade(other)),
    };

    public string? GinningQuality(TableColumn column) => row[column.Name].ToUpperInvariant() switch
    {
        "" => null,
        "P1" or "好" => "P1",
        "P2" or "中" => "P2",
        "P3" or "差" => "P3",
        _ => Fail<string>(column, InspectionRefusals.UnknownGinningQuality(row[column.Name])),
    };

    public ForeignFibre? ForeignFibre(TableColumn column) => row[column.Name].ToUpperInvariant() switch
    {
        "" => null,
        "无" or "否" or "NONE" or "NO" or "FALSE" or "0" => Suyuan.Bales.ForeignFibre.None,
        "低" or "LOW" => Suyuan.Bales.ForeignFibre.Low,
        "中" or "MEDIUM" => Suyuan.Bales.ForeignFibre.Medium,
        "高" or "HIGH" => Suyuan.Bales.ForeignFibre.High,
        "有" or "是" or "PRESENT" or "YES" or "TRUE" or "1" => Suyuan.Bales.ForeignFibre.Present,
        _ => Fail<ForeignFibre?>(column, InspectionRefusals.UnknownForeignFibre(row[column.Name])),
    };

    public decimal Figure(TableColumn column, FibreProperty property) =>
        Text(column).Length == 0 ? default : Optional(column, property) ?? default;

    public decimal? Optional(TableColumn column, FibreProperty property)
    {
        var text = row[column.Name];
        if (text.Length == 0) return null;
        const NumberStyles figures = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, figures, CultureInfo.InvariantCulture, out var raw))
            return Fail<decimal?>(column, InspectionRefusals.NotANumber(text));
        var published = FibreProperty.Published(raw);
        return property.Admits(published)
            ? published
            : Fail<decimal?>(column, InspectionRefusals.OutOfRange(published, property.Least, property.Most));
    }

    public void Refuse(TableColumn column, Refusal refusal) => Fail<string>(column, refusal);

    private string Text(TableColumn column)
    {
        if (row[column.Name].Length == 0) Refuse(column, InspectionRefusals.Required);
        return row[column.Name];
    }

    private T? Fail<T>(TableColumn column, Refusal refusal)
    {
        Sound = false;
        job.Error(row.Number, column.Headings[0], refusal);
        return default;
    }
}
