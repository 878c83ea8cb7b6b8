using System.Text.Json;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.SiteRecords.Tests;

/// <summary>Issues of inputs (领用) draw on the stock.</summary>
[Collection(AppCollection.Name)]
public sealed class InputUseApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Issue_draws_when_it_is_submitted_changes_with_it_and_gives_back_when_deleted_SR2()
    {
        var site = await GivenSite.Create(app);
        var lot = await site.Lot(100);
        var path = await site.Draft("input-use", GivenSite.Use((lot, 30.5m)));
        Assert.Equal(100, await site.Left(lot));

        await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(HttpStatus.Ok);
        Assert.Equal(69.5m, await site.Left(lot));
        await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Use((lot, 100)) }, 2)).ShouldBe(HttpStatus.Ok);
        Assert.Equal(0, await site.Left(lot));
        await (await site.Recorder.DeleteAsync(path + "?reason=录错")).ShouldBe(HttpStatus.Ok);
        Assert.Equal(100, await site.Left(lot));
    }

    [Fact]
    public async Task Issue_of_more_than_there_is_is_refused_naming_lot_asked_and_left_SR2()
    {
        var site = await GivenSite.Create(app);
        var (lot, other) = (await site.Lot(10), await site.Lot(10));
        await site.Submitted("input-use", GivenSite.Use((lot, 7)));
        var path = await site.Draft("input-use", GivenSite.Use((other, 1), (lot, 3.001m)));

        var refused = (await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(409, "input/insufficient-stock")).GetProperty("arguments");
        Assert.Equal((lot, "尿素", "3.001", "3"), (Text(refused, "lot"), Text(refused, "item"), Text(refused, "asked"), Text(refused, "left")));
        Assert.Equal((3m, 10m), (await site.Left(lot), await site.Left(other)));
        Assert.Equal("draft", Text(await (await site.Recorder.GetAsync(path)).Read(), "state"));
        await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Use((other, 1), (lot, 3)) }, 1)).ShouldBe(HttpStatus.Ok);
        await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(HttpStatus.Ok);
        Assert.Equal((0m, 9m), (await site.Left(lot), await site.Left(other)));
    }

    [Fact]
    public async Task Purchase_is_not_lowered_below_what_was_used_SR2()
    {
        var site = await GivenSite.Create(app);
        var lot = await site.Lot(100);
        await site.Submitted("input-use", GivenSite.Use((lot, 80)));
        var path = $"{site.Path}/input-lots/{lot}";

        var refused = (await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Purchase(79.5m) }, 1)).ShouldBe(409, "input/insufficient-stock")).GetProperty("arguments");
        Assert.Equal((lot, "20.5", "20"), (Text(refused, "lot"), Text(refused, "asked"), Text(refused, "left")));
        await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Purchase(80) }, 1)).ShouldBe(HttpStatus.Ok);
        Assert.Equal(0, await site.Left(lot));
    }

    [Fact]
    public async Task Lot_is_not_issued_after_its_validity_nor_when_it_is_retired_nor_when_it_is_another_s_SR2()
    {
        var site = await GivenSite.Create(app);
        var item = (await site.Item()).GetProperty("id").GetString()!;
        var expired = await site.Lot(item, 10, "2026-04-30");
        var path = await site.Draft("input-use", GivenSite.Use((expired, 1)));

        var refused = (await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(422, "input/lot-expired")).GetProperty("arguments");
        Assert.Equal("2026-04-30", Text(refused, "validUntil"));
        var retired = await site.Lot(item, 10);
        await (await site.Recorder.PutAsync($"{site.Path}/input-lots/{retired}/retirement", new { reason = "退货" })).ShouldBe(HttpStatus.Ok);
        path = await site.Draft("input-use", GivenSite.Use((retired, 1)));
        await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(409, "input/lot-retired");
        path = await site.Draft("input-use", GivenSite.Use((await (await GivenSite.Create(app)).Lot(10), 1)));
        var unknown = await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(422, "form/answers-invalid");
        Assert.Equal(["inputs[0]"], unknown.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Uses_tell_which_record_took_how_much_of_what_SR2()
    {
        var site = await GivenSite.Create(app);
        var (lot, other) = (await site.Lot(10), await site.Lot(10));
        var path = await site.Submitted("input-use", GivenSite.Use((lot, 7), (other, 2)));
        await site.Draft("input-use", GivenSite.Use((lot, 1)));

        var uses = await Uses(site, "");
        Assert.Equal(2, uses.Count);
        var use = Assert.Single(await Uses(site, "?lot=" + lot));
        Assert.Equal((path.Split('/')[^1], false, 7m, "2026-05-05", "kg", "2026050500001"), (
            Text(use, "record"), use.TryGetProperty("stage", out _), use.GetProperty("quantity").GetDecimal(), Text(use, "usedOn"), Text(use, "unit"), Text(use, "batch")));
        Assert.Equal(2, (await Uses(site, "?batch=2026050500001&kind=fertilizer&from=2026-05-05&to=2026-05-05")).Count);
        Assert.Empty(await Uses(site, "?warning=expired"));
        Assert.Empty(await Uses(site, "?from=2026-05-06"));
        var page = await (await site.Recorder.GetAsync(site.Path + "/input-uses?limit=1")).Read();
        Assert.Single(await Uses(site, "?limit=1&cursor=" + Text(page, "nextCursor")));
        var table = await ExportedTable.Of(site.Recorder, $"{site.Path}/input-uses?lot={lot}", "xlsx");
        Assert.Equal(["@2026-05-05 00:00:00", "肥料", "尿素", "20260110", "#7", "千克", "2026050500001"], table.Rows[1][..7]);
    }

    [Fact]
    public async Task Uses_of_a_batch_that_no_label_and_no_law_allows_are_stored_and_told_SR2()
    {
        var batch = await GivenBatch.Open(app);
        var site = new GivenSite(batch.Producer.Path, batch.Recorder);
        var low = Text(await site.Item("吡虫啉", "pesticide", GivenSite.Pesticide()), "id");
        var high = Text(await site.Item("甲拌磷", "pesticide", GivenSite.Pesticide("甲拌磷", toxicity: "high")), "id");
        var lots = new[] { await site.Lot(low, 10), await site.Lot(low, 10, GivenBatch.Day(4)), await site.Lot(high, 10) };
        for (var day = 5; day >= 3; day--) await Spray(batch, day, lots[0]);
        await Spray(batch, 3, lots[1]);
        await Spray(batch, 3, lots[2]);

        var uses = await Uses(site, "?batch=" + batch.Number);
        Assert.All(uses, use => Assert.Equal((batch.Number, "pest-control"), (Text(use, "batch"), Text(use, "stage"))));
        Assert.Equal(
            ["bannedOnCategory", "expired tooManyApplications", "tooManyApplications", "tooManyApplications", "tooManyApplications"],
            uses.Select(use => string.Join(' ', use.GetProperty("warnings").EnumerateArray())).Order(StringComparer.Ordinal));
        Assert.Equal(lots[2], Text(Assert.Single(await Uses(site, "?warning=bannedOnCategory")), "lot"));
        Assert.Equal(7, await site.Left(lots[0]));
        var table = await ExportedTable.Of(site.Recorder, site.Path + "/input-uses?warning=expired", "csv");
        Assert.Equal(["病虫害防治", "超过有效期使用; 超过每季最多使用次数"], table.Rows[1][^2..]);
        await (await site.Recorder.GetAsync(site.Path + "/input-uses?warning=none")).ShouldBe(400, "common/malformed-parameter");
    }

    [Fact]
    public async Task Sixty_four_clients_draw_one_lot_and_never_more_than_it_holds_SR2()
    {
        const int Clients = 64;
        var site = await GivenSite.Create(app);
        var (lot, second) = (await site.Lot(100), await site.Lot(1_000));
        var drafts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(number =>
            site.Draft("input-use", number % 2 == 0 ? GivenSite.Use((lot, 3), (second, 1)) : GivenSite.Use((second, 1), (lot, 3)))));

        var answers = await Task.WhenAll(drafts.Select(path => site.Recorder.PutAsync(path + "/submission", new { })));

        // 33 fit; with 1 left, nobody else gets anything.
        Assert.Equal(33, answers.Count(answer => answer.IsSuccessStatusCode));
        foreach (var loser in answers.Where(answer => !answer.IsSuccessStatusCode)) await loser.ShouldBe(409, "input/insufficient-stock");
        Assert.Equal((1m, 967m), (await site.Left(lot), await site.Left(second)));
        Assert.Equal(33, (await Uses(site, "?limit=200&lot=" + lot)).Count);
    }

    [Fact]
    public async Task Draw_and_a_lowered_purchase_never_both_win_SR2()
    {
        var site = await GivenSite.Create(app);
        for (var round = 0; round < 8; round++)
        {
            var lot = await site.Lot(10);
            var path = await site.Draft("input-use", GivenSite.Use((lot, 6)));
            var both = await Task.WhenAll(
                site.Recorder.PutAsync(path + "/submission", new { }),
                site.Recorder.PutAsync($"{site.Path}/input-lots/{lot}", new { answers = GivenSite.Purchase(5) }, 1));

            await Assert.Single(both, answer => !answer.IsSuccessStatusCode).ShouldBe(409, "input/insufficient-stock");
        }
    }

    private static Task<string> Spray(GivenBatch batch, int ago, string lot) =>
        batch.Add("pest-control", GivenBatch.Spraying(ago, 7, inputs: [new { lot, quantity = 1 }]));

    private static async Task<List<JsonElement>> Uses(GivenSite site, string query) =>
        [.. (await (await site.Recorder.GetAsync(site.Path + "/input-uses" + query)).Read()).GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;
}
