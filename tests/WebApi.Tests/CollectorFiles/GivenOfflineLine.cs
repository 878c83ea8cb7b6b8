using System.Globalization;
using System.Text;
using System.Text.Json;
using Suyuan.Collector;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Jobs.Tests;
using Suyuan.Seasons;

namespace Suyuan.CollectorFiles.Tests;

/// <summary>A line of model IV with its file key, whose collector can write any file, right or wrong.</summary>
internal sealed class GivenOfflineLine
{
    private GivenOfflineLine(GivenGin gin, int line, FileKey key) => (Gin, Line, Key) = (gin, line, key);

    public GivenGin Gin { get; }

    public int Line { get; }

    public FileKey Key { get; private set; }

    public string Path => $"{Gin.Path}/lines/{Line}";

    public static async Task<GivenOfflineLine> Create(GivenGin gin, int line = 1, string model = "IV")
    {
        await (await gin.Ginner.PutAsync($"{gin.Path}/lines/{line}", new { model })).ShouldBe(HttpStatus.Ok);
        var given = new GivenOfflineLine(gin, line, null!);
        await given.NewKey();
        return given;
    }

    public async Task NewKey()
    {
        var issued = await (await Gin.Ginner.PostAsync($"{Path}/file-keys", new { })).Read();
        Key = FileKey.Parse(issued.GetProperty("key").GetString()!);
    }

    /// <summary>Cards of these quotas, exported to the line.</summary>
    public async Task<string[]> Cards(params decimal[] quotasKg)
    {
        var cards = new List<string>();
        foreach (var quota in quotasKg) cards.Add(await Gin.Card(quota));
        await Export();
        return [.. cards];
    }

    public async Task<byte[]> Export()
    {
        var answer = await Gin.Ginner.PostAsync($"{Gin.Path}/card-files", new { line = Line });
        await answer.ShouldBe(HttpStatus.Ok);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A sealed collection file of rows as they stand; a header line may be said otherwise.</summary>
    public byte[] File(int number, IReadOnlyList<string> rows, params (string Name, object Value)[] otherwise)
    {
        var header = new List<(string Name, object Value)>
        {
            ("suyuan-collection-file", 1), ("gin", Key.Gin), ("line", Key.Line), ("key", Key.Number), ("fileNumber", number),
            ("firstSequence", SequenceOf(rows.Count == 0 ? null : rows[0])), ("lastSequence", SequenceOf(rows.Count == 0 ? null : rows[^1])),
            ("count", rows.Count), ("madeAt", "2026-10-12T20:05:11+08:00"),
        };
        foreach (var line in otherwise) header[header.FindIndex(known => known.Name == line.Name)] = line;
        return SealedFile.Write(header, OfflineMessage.Columns, rows, Key);
    }

    public async Task<HttpResponseMessage> Upload(byte[] file, HttpClient? by = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "collected.csv" } };
        return await (by ?? Gin.Ginner).PostAsync($"{Path}/uploads", form);
    }

    /// <summary>The report's rows by column name, once the upload has ended well.</summary>
    public async Task<Dictionary<string, string>[]> Report(byte[] file, HttpClient? by = null)
    {
        var report = await (await Upload(file, by)).Report(by ?? Gin.Ginner);
        return await Rows(report);
    }

    public async Task<Dictionary<string, string>[]> Rows(JsonElement report)
    {
        var answer = await Gin.Ginner.SendAsync(HttpMethod.Get, report.GetProperty("report").GetString()!, null, ("Accept-Language", "en"));
        var lines = Encoding.UTF8.GetString((await answer.Content.ReadAsByteArrayAsync())[3..])
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(','))
            .ToList();
        return [.. lines[1..].Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    public async Task<JsonElement> View() => await (await Gin.Ginner.GetAsync(Path)).Read();

    public string Bale(long sequence, decimal grossKg = 226.4m, string? barcode = null) => new OfflineMessage(sequence, "bale")
    {
        Barcode = barcode ?? Barcode(sequence), GrossKg = grossKg, TareKg = 1.4m, RegainPct = 8.5m, PressedAt = PressedAt,
    }.ToString();

    public static string Scan(long sequence, string card, int? delayBales = null) =>
        new OfflineMessage(sequence, "scan") { Card = card, DelayBales = delayBales }.ToString();

    public static DateTimeOffset PressedAt =>
        new(ChinaTime.DateOf(DateTimeOffset.UtcNow).ToDateTime(new(0, 0)), ChinaTime.Offset);

    public string Barcode(long bale) => string.Create(
        CultureInfo.InvariantCulture, $"32{Gin.Gin}{PressedAt:yyMMdd}1221550{Line:00}0{bale:000000000}");

    private static long SequenceOf(string? row) =>
        row is not null && long.TryParse(row.Split(',')[0], CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
