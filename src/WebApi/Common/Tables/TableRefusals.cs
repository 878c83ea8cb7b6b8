namespace Suyuan.Common;

/// <summary>Why a file as a whole is refused, coming in or going out.</summary>
internal static class TableRefusals
{
    public static Refusal UnknownFormat { get; } = Refusal.Unprocessable("table/unknown-format");
    public static Refusal Unreadable { get; } = Refusal.Unprocessable("table/unreadable");
    public static Refusal Empty { get; } = Refusal.Unprocessable("table/empty");
    public static Refusal WholeList { get; } = Refusal.Unprocessable("table/whole-list");
    public static Refusal MissingColumn(string column) => Refusal.Unprocessable("table/missing-column", ("column", column));

    public static Refusal RowsRefused(long count) => Refusal.Unprocessable("table/rows-refused", ("count", count));

    public static Refusal TooLarge(int rows) => Refusal.Unprocessable("table/too-large", ("rows", rows));
}
