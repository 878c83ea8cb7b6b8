using System.Collections;
using Suyuan.Forms;
using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Common;

/// <summary>How a list reads as a table: its name for files, and its columns with the value that each row has in them.</summary>
internal sealed class ExportTable<TRow>(string name, string title) : IEnumerable<TableColumn>
{
    private readonly List<(TableColumn Column, Func<TRow, object?> Value)> columns = [];

    /// <summary>A column that an import reads as well.</summary>
    public void Add(TableColumn column, Func<TRow, object?> value) => columns.Add((column, value));

    public void Add(string column, string heading, Func<TRow, object?> value) => Add(new TableColumn(column, heading), value);

    public string FileName(Language language, DateOnly day, string extension) =>
        $"{(language is Language.Chinese ? title : name)}-{day:yyyyMMdd}.{extension}";

    public IReadOnlyList<string> Headings(Language language) =>
        [.. columns.Select(one => language is Language.Chinese ? one.Column.Headings[0] : one.Column.Name)];

    public object?[] Cells(TRow row, Language language)
    {
        var cells = new object?[columns.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = Cell(columns[i].Value(row), language);
        return cells;
    }

    IEnumerator<TableColumn> IEnumerable<TableColumn>.GetEnumerator() => columns.Select(one => one.Column).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => columns.GetEnumerator();

    private static object? Cell(object? value, Language language) => value switch
    {
        null or string or decimal or int or long or DateOnly => value,
        Kilograms weight => weight.Value,
        Mu area => area.Value,
        SeasonYear season => season.Value,
        DateTimeOffset moment => ChinaTime.At(moment).DateTime,
        bool or Enum => TableWords.Of(value, language),
        FormText text => language is Language.Chinese ? text.Zh : text.En,
        IEnumerable several => string.Join("; ", several.Cast<object>().Select(one => Cell(one, language))),
        _ => value.ToString(),
    };
}
