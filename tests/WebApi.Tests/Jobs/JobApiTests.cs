using System.Text;
using Suyuan.Accounts;
using Suyuan.Bales.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.Jobs.Tests;

[Collection(AppCollection.Name)]
public sealed class JobApiTests(SuyuanApp app)
{
    private const int Bad = 2_345;

    /// <summary>A file whose rows are all bad, in a way that tempts a spreadsheet.</summary>
    private static InspectionFile BadRows(int rows)
    {
        var file = new InspectionFile();
        for (var row = 0; row < rows; row++) file.Row($"=HYPERLINK({InspectionFile.UnknownBarcode()})");
        return file;
    }

    [Fact]
    public async Task A_job_tells_its_progress_and_its_report_ST1()
    {
        var inspector = await app.As(Role.Inspector);
        var file = new InspectionFile().Row(InspectionFile.UnknownBarcode()).Row(InspectionFile.UnknownBarcode()).Row("1");
        var job = await (await file.Import(app, "?partial=true")).Ended(inspector);
        Assert.Equal(("done", "inspections", "results.csv"), (job.State(), job.GetProperty("kind").GetString(), job.GetProperty("fileName").GetString()));
        Assert.Equal((3, 3, 1), (job.GetProperty("done").GetInt64(), job.GetProperty("total").GetInt64(), job.GetProperty("errors").GetInt64()));
        Assert.True(job.GetProperty("queuedAt").GetDateTimeOffset() <= job.GetProperty("startedAt").GetDateTimeOffset());
        Assert.True(job.GetProperty("startedAt").GetDateTimeOffset() <= job.GetProperty("endedAt").GetDateTimeOffset());
        Assert.Equal(2, job.GetProperty("report").GetProperty("created").GetInt32());

        var newest = (await (await inspector.GetAsync("/api/v1/jobs?limit=1")).Read()).GetProperty("items")[0];
        Assert.Equal(job.GetProperty("id").GetGuid(), newest.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Every_bad_row_can_be_read_page_by_page_ST1()
    {
        var inspector = await app.As(Role.Inspector);
        var job = await (await BadRows(Bad).Import(app)).Failed(inspector, "table/rows-refused");
        Assert.Equal((Bad, $"{Bad}"), (
            job.GetProperty("errors").GetInt32(), job.GetProperty("problem").GetProperty("arguments").GetProperty("count").GetString()));

        var rows = new List<int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await (await inspector.GetAsync(
                $"/api/v1/jobs/{job.GetProperty("id")}/errors?limit=200{(cursor == "" ? "" : $"&cursor={cursor}")}")).Read();
            rows.AddRange(page.GetProperty("items").EnumerateArray().Select(error => error.GetProperty("row").GetInt32()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        Assert.Equal(Enumerable.Range(2, Bad), rows);
    }

    [Fact]
    public async Task Every_bad_row_stands_in_one_file_in_the_reader_s_language_ST1()
    {
        var inspector = await app.As(Role.Inspector);
        var job = await (await BadRows(Bad).Import(app)).Ended(inspector);
        var answer = await inspector.SendAsync(
            HttpMethod.Get, $"/api/v1/jobs/{job.GetProperty("id")}/errors?format=csv", null, ("Accept-Language", "en"));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("row,column,code,message", Bad + 1), (lines[0], lines.Length));
        Assert.StartsWith("2,条码,inspection/bad-barcode,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/errors")]
    [InlineData("/errors?format=csv")]
    [InlineData("/events")]
    public async Task A_job_is_seen_by_whoever_started_it_and_by_the_platform_AC5(string what)
    {
        var job = await (await BadRows(1).Import(app)).Ended(await app.As(Role.Inspector));
        var path = $"/api/v1/jobs/{job.GetProperty("id")}{what}";
        await (await (await app.As(Role.Platform)).GetAsync(path)).ShouldBe(HttpStatus.Ok);
        await (await (await app.As(Role.Ginner, "65993")).GetAsync(path)).ShouldBe(404, "common/not-found");
        var (name, password) = await app.Account((Role.Inspector, ""));
        var other = await app.SignIn(name, password);
        await (await other.GetAsync(path)).ShouldBe(404, "common/not-found");
        Assert.Empty((await (await other.GetAsync("/api/v1/jobs")).Read()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_events_of_an_ended_job_are_its_last_one_and_nothing_to_whoever_has_it()
    {
        var inspector = await app.As(Role.Inspector);
        var job = await (await BadRows(1).Import(app)).Ended(inspector);
        var path = $"/api/v1/jobs/{job.GetProperty("id")}/events";
        var events = await inspector.GetStringAsync(path);
        Assert.Equal(1, events.Split("event: ended").Length - 1);
        Assert.DoesNotContain("event: progress", events, StringComparison.Ordinal);
        var last = events.Split('\n').Single(line => line.StartsWith("id: ", StringComparison.Ordinal))[4..];
        await (await inspector.SendAsync(HttpMethod.Get, path, null, ("Last-Event-ID", last))).ShouldBe(HttpStatus.NoContent);
        await (await inspector.SendAsync(HttpMethod.Get, path, null, ("Last-Event-ID", "1"))).ShouldBe(HttpStatus.Ok);
    }
}
