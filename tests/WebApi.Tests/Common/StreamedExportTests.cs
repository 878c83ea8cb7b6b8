using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;

namespace Suyuan.Common.Tests;

/// <summary>An export is never whole in memory, however long the list is.</summary>
[Collection(AppCollection.Name)]
public sealed class StreamedExportTests(SuyuanApp app)
{
    private const int Rows = 100_000;
    private const long MiB = 1024 * 1024;

    // All rows at once would be several times this; a page is far below it.
    private const long MostBytes = 48 * MiB;

    [Theory]
    [InlineData("csv", "65981")]
    [InlineData("xlsx", "65982")]
    public async Task Hundred_thousand_rows_leave_as_they_are_read(string format, string gin)
    {
        await Seed(gin);
        var ginner = await app.As(Role.Ginner, gin);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var answer = await ginner.GetAsync($"/api/v1/gins/{gin}/bales?format={format}", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatus.Ok, (int)answer.StatusCode);
        await using var content = await answer.Content.ReadAsStreamAsync();
        using var file = new MemoryStream(64 * (int)MiB);
        var held = new List<long>();
        var chunk = new byte[64 * 1024];
        for (var samples = 0; await content.ReadAsync(chunk) is > 0 and var read;)
        {
            file.Write(chunk, 0, read);
            // The server is stopped by its full buffers while this side does not read: what lives now is what an export needs.
            if (file.Length > (samples + 1) * MiB) { samples++; held.Add(GC.GetTotalMemory(forceFullCollection: true) - before - file.Capacity); }
        }

        Assert.NotEmpty(held);
        Assert.True(held.Min() < MostBytes && held.Order().ElementAt(held.Count / 2) < MostBytes, string.Join(' ', held));
        file.Position = 0;
        Assert.Equal(Rows + 1, format == "csv" ? CountLines(file) : CountRows(file));
    }

    private async Task Seed(string gin)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
            insert into bales (barcode, gin, line, season, gross_kg, tare_kg, net_kg, regain_pct, processed_kg, warnings, pressed_at)
            select '32' || $1 || lpad(n::text, 25, '0'), $1, 1, 2026, 227, 1.4, 225.6, 8.5, 225.6, array[]::text[],
                timestamptz '2026-10-15 08:00+08' + n * interval '1 second'
            from generate_series(1, {Rows}) n
            """));
        command.Parameters.Add(new() { Value = gin });
        await command.ExecuteNonQueryAsync();
    }

    private static int CountLines(Stream file)
    {
        using var reader = new StreamReader(file);
        var lines = 0;
        while (reader.ReadLine() is not null) lines++;
        return lines;
    }

    private static int CountRows(Stream file)
    {
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateOpenXmlReader(file);
        var rows = 0;
        while (reader.Read()) rows++;
        return rows;
    }
}
