namespace Suyuan.Common;

/// <summary>One row of an imported table, by column name; its number is the one that a spreadsheet shows.</summary>
internal sealed record TableRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The trimmed cell, empty when the table has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
