using System.Globalization;
using System.Text.Json;
using Suyuan.Common.Tests;
using Suyuan.SiteRecords.Tests;

namespace Suyuan.Inputs.Tests;

/// <summary>Purchases and their stock.</summary>
[Collection(AppCollection.Name)]
public sealed class InputLotApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Purchase_makes_a_lot_with_its_stock_SR2()
    {
        var site = await GivenSite.Create(app);
        var item = (await site.Item()).GetProperty("id").GetString()!;
        var bought = await site.Buy(item, GivenSite.Purchase(250.5m, "2099-12-31"));
        await bought.ShouldBe(HttpStatus.Created);
        var lot = await (await site.Recorder.GetAsync(bought.Headers.Location)).Read();

        Assert.Equal((item, "尿素", "fertilizer", "kg"), (Text(lot, "item"), Text(lot, "itemName"), Text(lot, "kind"), Text(lot, "unit")));
        Assert.Equal((250.5m, 0m, 250.5m), (Number(lot, "quantity"), Number(lot, "used"), Number(lot, "left")));
        await (await site.Buy("nothing", GivenSite.Purchase(1))).ShouldBe(422, "input/item-unknown");
        var wrong = await (await site.Buy(item, GivenSite.Purchase(0, "2026-01-09"))).ShouldBe(422, "form/answers-invalid");
        Assert.Equal(["quantity", "validUntil"], wrong.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lots_are_listed_by_state_and_by_what_expires_soon_SR2()
    {
        var site = await GivenSite.Create(app);
        var item = (await site.Item()).GetProperty("id").GetString()!;
        await site.Lot(item, 10, Day(20), "soon");
        await site.Lot(item, 10, Day(60), "later");
        await site.Lot(item, 10, Day(-1), "past");
        await site.Lot(item, 10, null, "ever");
        var retired = await site.Lot(item, 10, Day(5), "gone");
        await (await site.Recorder.PutAsync($"{site.Path}/input-lots/{retired}/retirement", new { reason = "退货" })).ShouldBe(HttpStatus.Ok);

        Assert.Equal(["ever", "gone", "later", "past", "soon"], await Lots(site, ""));
        Assert.Equal(["soon"], await Lots(site, "?expiringWithin=30"));
        Assert.Equal(["later", "soon"], await Lots(site, "?expiringWithin=2147483647"));
        Assert.Equal(["past"], await Lots(site, "?state=expired"));
        Assert.Equal(["gone"], await Lots(site, "?state=retired"));
        Assert.Equal(["ever", "later", "soon"], await Lots(site, $"?state=usable&item={item}&kind=fertilizer"));
        Assert.Equal(["later"], await Lots(site, "?q=LATER"));
        await (await site.Recorder.GetAsync(site.Path + "/input-lots?state=lost")).ShouldBe(400, "common/malformed-parameter");
        var table = await ExportedTable.Of(site.Recorder, site.Path + "/input-lots?state=retired", "csv");
        Assert.Equal("0,千克,已停用", string.Join(',', table.Rows[1][10..]));
    }

    [Fact]
    public async Task Retired_lot_is_written_off_and_can_come_back_SR2()
    {
        var site = await GivenSite.Create(app);
        var item = (await site.Item()).GetProperty("id").GetString()!;
        var lot = await site.Lot(item, 10, Day(-3));
        await site.Lot(item, 5, Day(3));
        var retirement = $"{site.Path}/input-lots/{lot}/retirement";

        Assert.Equal((15m, 15m, 10m, 0m), await Stock(site));
        await (await site.Recorder.PutAsync(retirement, new { reason = "" })).ShouldBe(422, "input/reason-required");
        await (await site.Recorder.PutAsync(retirement, new { reason = "过期销毁" })).ShouldBe(HttpStatus.Ok);
        Assert.Equal((15m, 5m, 0m, 10m), await Stock(site));
        Assert.Equal(0, await site.Left(lot));
        await (await site.Recorder.SendAsync(HttpMethod.Delete, retirement, null, ("If-Match", "\"1\""))).ShouldBe(412, "common/stale");
        await (await site.Recorder.DeleteAsync(retirement)).ShouldBe(HttpStatus.Ok);
        Assert.Equal(10, await site.Left(lot));
        var history = await (await site.Recorder.GetAsync($"{site.Path}/input-lots/{lot}/history")).Read();
        Assert.Equal(3, history.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Purchases_page_from_the_last_one_back()
    {
        var site = await GivenSite.Create(app);
        var item = (await site.Item()).GetProperty("id").GetString()!;
        for (var i = 0; i < 5; i++) await site.Lot(item, 1, null, $"L{i}");

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await (await site.Recorder.GetAsync($"{site.Path}/input-lots?limit=2{cursor}")).Read();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(lot => Text(lot, "lotNumber")));
            cursor = page.TryGetProperty("nextCursor", out var next) && next.ValueKind is JsonValueKind.String ? "&cursor=" + next.GetString() : null;
        }

        Assert.Equal(["L0", "L1", "L2", "L3", "L4"], seen.Order(StringComparer.Ordinal));
    }

    private static async Task<(decimal Purchased, decimal Left, decimal LeftExpired, decimal WrittenOff)> Stock(GivenSite site)
    {
        var item = (await (await site.Recorder.GetAsync(site.Path + "/input-stock")).Read()).GetProperty("items")[0];
        return (Number(item, "purchased"), Number(item, "left"), Number(item, "leftExpired"), Number(item, "writtenOff"));
    }

    private static async Task<IEnumerable<string>> Lots(GivenSite site, string query) =>
        (await (await site.Recorder.GetAsync(site.Path + "/input-lots" + query)).Read()).GetProperty("items").EnumerateArray()
            .Select(lot => Text(lot, "lotNumber")).Order(StringComparer.Ordinal).ToList();

    private static string Day(int ahead) =>
        DateTime.UtcNow.AddHours(8).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    private static decimal Number(JsonElement item, string member) => item.GetProperty(member).GetDecimal();
}
