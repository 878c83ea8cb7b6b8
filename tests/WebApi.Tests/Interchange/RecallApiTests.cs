using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.IdentityCodes.Tests;
using Suyuan.SiteRecords.Tests;

namespace Suyuan.Interchange.Tests;

/// <summary>Recall drill (召回演练): from a lot to every code, and from there to its freeze.</summary>
[Collection(AppCollection.Name)]
public sealed class RecallApiTests(SuyuanApp app)
{
    private const int Million = 1_000_000;

    private static async Task<string> Fertilized(GivenBatch batch, string lot)
    {
        await batch.Submit("fertilizing", new
        {
            date = GivenBatch.Day(20), fertilizer = "尿素", manner = "furrow", rate = 10, personInCharge = "周建国",
            inputs = new[] { new { lot, quantity = 4 } },
        });
        return $"{batch.Producer.Path}/input-lots/{lot}/recall-drill";
    }

    private static async Task<List<JsonElement>> Ranges(HttpClient client, string drill, int limit)
    {
        var seen = new List<JsonElement>();
        for (var cursor = ""; ;)
        {
            var page = await (await client.GetAsync($"{drill}/code-ranges?limit={limit}{cursor}")).Read();
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            if (!page.TryGetProperty("nextCursor", out var next) || next.ValueKind is not JsonValueKind.String) return seen;
            cursor = "&cursor=" + next.GetString();
        }
    }

    [Fact]
    public async Task Drill_counts_all_codes_of_all_batches_and_lists_them_as_ranges_IX2()
    {
        var codes = await GivenCodes.Create(app, Million);
        var lot = await new GivenSite(codes.Producer.Path, codes.Recorder).Lot(100);
        var drill = await Fertilized(codes.Batch, lot);
        await codes.Bound(0, Million - 101);
        var second = await GivenBatch.Open(app, codes.Producer);
        await Fertilized(second, lot);
        foreach (var (start, end) in new[] { (Million - 90, Million - 81), (Million - 70, Million - 61) })
            await (await codes.Recorder.PostAsync(second.Path + "/code-ranges", new { start = codes.Code(start), end = codes.Code(end) }))
                .ShouldBe(HttpStatus.Created);

        var told = await (await codes.Recorder.GetAsync(drill)).Read();
        Assert.Equal((Million - 80L, 3L, 2), (
            told.GetProperty("codes").GetInt64(), told.GetProperty("ranges").GetInt64(), told.GetProperty("batches").GetArrayLength()));
        Assert.Equal([$"{Million - 100}", "10", "10"], (await Ranges(codes.Recorder, drill, 1)).Select(range => range.GetProperty("codes").ToString()));
        Assert.Equal(3, (await Ranges(codes.Recorder, drill, 50)).Count);

        var csv = await (await codes.Recorder.GetAsync($"{drill}/code-ranges?format=csv")).Content.ReadAsStringAsync();
        Assert.Equal(4, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(codes.Code(Million - 101), csv, StringComparison.Ordinal);
        var xlsx = await codes.Recorder.GetAsync($"{drill}/code-ranges?format=xlsx");
        await xlsx.ShouldBe(HttpStatus.Ok);
        Assert.Equal(0x50, (await xlsx.Content.ReadAsByteArrayAsync())[0]);
    }

    [Fact]
    public async Task Listed_ranges_can_be_frozen_where_they_say_IX2()
    {
        var codes = await GivenCodes.Create(app);
        var lot = await new GivenSite(codes.Producer.Path, codes.Recorder).Lot(100);
        var drill = await Fertilized(codes.Batch, lot);
        await codes.Bound(0, 49);
        var range = Assert.Single(await Ranges(codes.Administrator, drill, 50));
        var frozen = await codes.Administrator.PostAsync(range.GetProperty("freezes").GetString()!, new
        {
            start = range.GetProperty("start").GetString(), end = range.GetProperty("end").GetString(), reason = "召回",
        });
        Assert.True(frozen.IsSuccessStatusCode, await frozen.Content.ReadAsStringAsync());
        Assert.Equal(50, (await (await codes.Recorder.GetAsync(drill)).Read()).GetProperty("frozenCodes").GetInt64());
        var path = $"/api/v1/epcis/events?enterprise={codes.Producer.Code}&batch={codes.Batch.Number}";
        var document = await (await codes.Recorder.GetAsync(path)).Read();
        Assert.Empty(EpcisRules.FaultsOf(document));
        Assert.Contains(
            document.GetProperty("epcisBody").GetProperty("eventList").EnumerateArray(),
            told => told.TryGetProperty("disposition", out var now) && now.GetString() == "recalled");
    }

    [Fact]
    public async Task Drill_of_an_untouched_lot_is_empty_and_one_of_others_is_not_there_IX2()
    {
        var batch = await GivenBatch.Open(app);
        var lot = await new GivenSite(batch.Producer.Path, batch.Recorder).Lot(5);
        var drill = $"{batch.Producer.Path}/input-lots/{lot}/recall-drill";
        var told = await (await batch.Recorder.GetAsync(drill)).Read();
        Assert.Equal((0L, 0), (told.GetProperty("codes").GetInt64(), told.GetProperty("batches").GetArrayLength()));
        Assert.Empty(await Ranges(batch.Recorder, drill, 50));
        var stranger = await app.As(Role.Recorder, "91330100799655058B");
        await (await stranger.GetAsync(drill)).ShouldBe(404, "common/not-found");
        await (await stranger.GetAsync(drill + "/code-ranges")).ShouldBe(404, "common/not-found");
        var noLot = $"{batch.Producer.Path}/input-lots/{batch.Producer.Zone}/recall-drill";
        await (await batch.Recorder.GetAsync(noLot)).ShouldBe(404, "common/not-found");
    }
}
