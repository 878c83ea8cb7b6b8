using System.IO.Compression;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.TraceUnits.Tests;

namespace Suyuan.Common.Tests;

[Collection(AppCollection.Name)]
public sealed class ExportTests(SuyuanApp app)
{
    private const string Regions = "/api/v1/regions";

    [Fact]
    public async Task Export_is_a_file_that_spreadsheets_open()
    {
        var given = await GivenRegiment.Create(app);
        var csv = await ExportedTable.Of(given.Officer, $"{Regions}?parent={given.Code}", "csv");
        var xlsx = await ExportedTable.Of(given.Officer, $"{Regions}?parent={given.Code}", "xlsx", "en");

        Assert.Equal(["编码", "名称", "级别", "上级编码"], csv.Headings);
        Assert.Equal([0xEF, 0xBB, 0xBF], csv.Content[..3]);
        Assert.Equal([given.Company, "1连", "连", given.Code], csv.Rows[1]);
        Assert.Equal(["code", "name", "kind", "parent"], xlsx.Headings);
        Assert.Equal([given.Company, "1连", "company", given.Code], xlsx.Rows[1]);
        Assert.Equal("text/csv", csv.Answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("师团连-", csv.Answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.EndsWith(".csv", csv.Answer.Content.Headers.ContentDisposition.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.StartsWith("regions-", xlsx.Answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Exported_regions_re_import_unchanged(string format)
    {
        var given = await GivenRegiment.Create(app);
        var table = await ExportedTable.Of(given.Officer, Regions, format);

        var report = await (await ExportedTable.Import(await app.As(Role.Platform), Regions + "/imports", table.Content, "regions." + format)).Read();

        Assert.Equal((0, 0, table.Rows.Count - 1), (report.GetProperty("created").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32()));
    }

    [Theory]
    [InlineData("format=pdf", "common/malformed-parameter")]
    [InlineData("format=CSV", "common/malformed-parameter")]
    [InlineData("format=", "common/malformed-parameter")]
    [InlineData("format=csv&format=csv", "common/malformed-parameter")]
    [InlineData("format=csv&limit=5", "table/whole-list")]
    [InlineData("format=csv&cursor=WyIwOCJd", "table/whole-list")]
    [InlineData("format=csv&limt=5", "common/unknown-parameter")]
    public async Task Format_that_is_none_and_pages_of_an_export_are_400(string query, string code) =>
        await (await app.Anonymous.GetAsync($"{Regions}?{query}")).ShouldBe(400, code);

    [Fact]
    public async Task Answer_that_is_no_list_has_no_format() =>
        await (await (await app.As(Role.Platform)).GetAsync("/api/v1/me?format=csv")).ShouldBe(400, "common/unknown-parameter");

    [Fact]
    public async Task Export_is_recorded_before_it_leaves_and_for_ever_SC4()
    {
        var given = await GivenRegiment.Create(app);
        await ExportedTable.Of(given.Officer, "/api/v1/growers?q=张", "csv");

        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        await using var read = database.CreateCommand(
            "select role || ' ' || scope || ' ' || path || ' ' || format || ' ' || (query like '%format=csv') from exports where scope = $1");
        read.Parameters.Add(new() { Value = given.Code });
        Assert.Equal($"regiment {given.Code} /api/v1/growers csv true", await read.ExecuteScalarAsync());
        await using var forget = database.CreateCommand("delete from exports");
        await Assert.ThrowsAsync<PostgresException>(() => forget.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task Text_is_never_a_formula_and_numbers_stay_numbers_SC3()
    {
        object?[] cells = ["=1+1", "+a", "-b", "@c", "a\"b,c", "", null, -5.50m, 7, 7L, new DateOnly(2026, 11, 2), new DateTime(2026, 11, 2, 9, 30, 15)];
        using var csv = new MemoryStream();
        await using (var sink = await CsvSink.Open(csv, [.. cells.Select((_, place) => $"h{place}")], default)) await sink.Write(cells);
        var line = Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n")[1];
        Assert.Equal("\"'=1+1\",\"'+a\",\"'-b\",\"'@c\",\"a\"\"b,c\",,,-5.5,7,7,2026-11-02,2026-11-02 09:30:15", line);
    }

    [Fact]
    public async Task Sheet_that_is_full_is_followed_by_another()
    {
        using var file = new MemoryStream();
        await using (var sink = await XlsxSink.Open(file, ["number"], default, rowsOfSheet: 3))
            foreach (var number in Enumerable.Range(1, 5)) await sink.Write([number]);

        using var reader = ExcelDataReader.ExcelReaderFactory.CreateOpenXmlReader(file);
        var sheets = new List<string>();
        do
        {
            var rows = new List<string>();
            while (reader.Read()) rows.Add(reader.GetValue(0).ToString()!);
            sheets.Add(string.Join(' ', rows));
        }
        while (reader.NextResult());
        Assert.Equal(["number 1 2", "number 3 4", "number 5"], sheets);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
    }

    [Fact]
    public void Every_list_of_the_API_is_exported()
    {
        var lists = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler && AnswersPage(handler.ReturnType)).ToList();

        Assert.True(lists.Count > 20);
        Assert.All(lists, list => Assert.True(list.Metadata.GetMetadata<ExportMetadata>() is not null, list.DisplayName));
    }

    private static bool AnswersPage(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Page<>) || type.GetGenericArguments().Any(AnswersPage));

    [Fact]
    public void Every_value_that_a_table_may_hold_has_its_Chinese_word()
    {
        foreach (var type in TableWords.Chinese.Keys.Select(value => value.GetType()).Where(type => type.IsEnum).Distinct())
            Assert.All(Enum.GetValues(type).Cast<object>(), value => Assert.Contains(value, TableWords.Chinese.Keys));
    }
}
