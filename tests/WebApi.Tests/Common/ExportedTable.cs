using System.Text;
using ExcelDataReader;

namespace Suyuan.Common.Tests;

/// <summary>A list as it was exported, and the way back into an import.</summary>
internal sealed class ExportedTable
{
    public required HttpResponseMessage Answer { get; init; }
    public required byte[] Content { get; init; }
    public required List<string[]> Rows { get; init; }

    public string[] Headings => Rows[0];

    public string Text => Encoding.UTF8.GetString(Content);

    public static async Task<ExportedTable> Of(HttpClient client, string path, string format, string language = "zh")
    {
        var asked = $"{path}{(path.Contains('?') ? '&' : '?')}format={format}";
        var answer = await client.SendAsync(HttpMethod.Get, asked, null, ("Accept-Language", language));
        await answer.ShouldBe(HttpStatus.Ok);
        var content = await answer.Content.ReadAsByteArrayAsync();
        return new() { Answer = answer, Content = content, Rows = format == "csv" ? ReadCsv(content) : ReadXlsx(content) };
    }

    public static async Task<HttpResponseMessage> Import(HttpClient client, string path, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await client.PostAsync(path, form);
    }

    /// <summary>The cell under this heading in the row whose first cell says so.</summary>
    public string Cell(string first, string heading) => Rows.Single(row => row[0] == first)[Array.IndexOf(Headings, heading)];

    private static List<string[]> ReadCsv(byte[] content)
    {
        using var reader = CsvHelper.CsvReader.Create(new MemoryStream(content), new CsvHelper.CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    private static List<string[]> ReadXlsx(byte[] content)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content));
        var rows = new List<string[]>();
        do
        {
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(place => Shown(reader.GetValue(place)))]);
        }
        while (reader.NextResult());
        return rows;
    }

    // Types show: a number as a number, a date as a date, everything else as the text it is.
    private static string Shown(object? value) => value switch
    {
        null => "",
        double number => FormattableString.Invariant($"#{number}"),
        DateTime moment => FormattableString.Invariant($"@{moment:yyyy-MM-dd HH:mm:ss}"),
        var other => (string)other,
    };
}
