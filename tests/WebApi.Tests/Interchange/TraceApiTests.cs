using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.IdentityCodes.Tests;
using Suyuan.SiteRecords.Tests;

namespace Suyuan.Interchange.Tests;

/// <summary>Chains of an enterprise's things, and what an input lot touched.</summary>
[Collection(AppCollection.Name)]
public sealed class TraceApiTests(SuyuanApp app)
{
    private static object Fertilizing(string lot, decimal quantity) => new
    {
        date = GivenBatch.Day(20), fertilizer = "尿素", manner = "furrow", rate = 10, personInCharge = "周建国",
        inputs = new[] { new { lot, quantity } },
    };

    private static object Sale(string buyer, decimal quantity = 20, string unit = "kg") => new
    {
        date = GivenBatch.Day(1), product = "径山毛峰", buyer, quantity, unit, personInCharge = "周建国",
    };

    private static object Packing(decimal quantity, string unit) => new
    {
        date = GivenBatch.Day(2), productName = "径山毛峰", packingLot = "P-1", material = "纸盒", specification = "1 kg", quantity, unit,
        personInCharge = "周建国",
    };

    private static GivenSite SiteOf(GivenBatch batch) => new(batch.Producer.Path, batch.Recorder);

    private static async Task<JsonElement> Trace(HttpClient client, string id, string direction = "both") =>
        await (await client.GetAsync($"/api/v1/traces/{id}?direction={direction}")).Read();

    private static string[] Nodes(JsonElement trace, string kind) =>
    [
        .. trace.GetProperty("nodes").EnumerateArray().Where(node => node.GetProperty("kind").GetString() == kind)
            .Select(node => node.GetProperty("id").GetString()!).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Suppliers_makers_and_filings_of_capacity_stand_behind_a_batch_IX2()
    {
        var batch = await GivenBatch.Open(app);
        var lot = await SiteOf(batch).Lot(100);
        await batch.Submit("fertilizing", Fertilizing(lot, 40));
        var supply = await batch.Producer.File("supplyCapacity", "毛峰", null);
        var production = await batch.Producer.File("productionCapacity", "径山毛峰", null);
        var other = await batch.Producer.File("productionCapacity", "龙井", null);

        var back = await Trace(batch.Recorder, $"{batch.Producer.Code}-{batch.Number}", "backward");
        Assert.Equal(["天山农资公司"], Nodes(back, "supplier"));
        Assert.Equal(["某化肥厂"], Nodes(back, "maker"));
        Assert.Contains(supply, Nodes(back, "filing"));
        Assert.Contains(production, Nodes(back, "filing"));
        Assert.Contains(batch.Producer.ProductFiling, Nodes(back, "filing"));
        Assert.DoesNotContain(other, Nodes(back, "filing"));
    }

    [Fact]
    public async Task Issue_that_names_a_batch_in_writing_leads_from_the_lot_to_the_batch_and_back_IX2()
    {
        var batch = await GivenBatch.Open(app);
        var site = SiteOf(batch);
        var lot = await site.Lot(100);
        await site.Submitted("input-use", new
        {
            date = "2026-05-05", purpose = "追肥", recipient = "王五", batch = $"批次 {batch.Number}", inputs = new[] { new { lot, quantity = 3 } },
        });
        var forward = await Trace(batch.Recorder, $"{batch.Producer.Code}-{lot}", "forward");
        Assert.Equal([batch.Number], Nodes(forward, "batch"));
        var edge = Assert.Single(forward.GetProperty("edges").EnumerateArray());
        Assert.Equal(("input-use", 3m), (edge.GetProperty("what").GetString(), edge.GetProperty("quantity").GetDecimal()));
        Assert.Equal([lot], Nodes(await Trace(batch.Recorder, $"{batch.Producer.Code}-{batch.Number}", "backward"), "inputLot"));
        var drill = await (await batch.Recorder.GetAsync($"{batch.Producer.Path}/input-lots/{lot}/recall-drill")).Read();
        Assert.Equal(3m, Assert.Single(drill.GetProperty("batches").EnumerateArray()).GetProperty("used").GetDecimal());
    }

    [Fact]
    public async Task Plot_zone_and_filing_lead_forward_to_the_batch_IX2()
    {
        var producer = await GivenProducer.Ready(app);
        var plot = await producer.AddPlot("东坡");
        var batch = await GivenBatch.Open(app, producer, plot);
        await batch.Submit("sale", Sale("上海茶行"));
        var supply = await producer.File("supplyCapacity", "径山毛峰", null);
        foreach (var id in new[] { plot, producer.Zone, producer.ProductFiling, supply })
        {
            var forward = await Trace(batch.Recorder, $"{producer.Code}-{id}", "forward");
            Assert.Equal([batch.Number], Nodes(forward, "batch"));
            Assert.Equal(["上海茶行"], Nodes(forward, "buyer"));
            Assert.Empty(Nodes(await Trace(batch.Recorder, $"{producer.Code}-{id}", "backward"), "batch"));
        }
    }

    [Fact]
    public async Task Chains_are_there_for_those_who_oversee_and_for_nobody_else_IX2()
    {
        var producer = await GivenProducer.Ready(app);
        var plot = await producer.AddPlot("东坡");
        var batch = await GivenBatch.Open(app, producer, plot);
        var lot = await SiteOf(batch).Lot(5);
        var district = await app.As(Role.Regulator, GivenProducer.District);
        var elsewhere = await app.As(Role.Regulator, "650100");
        foreach (var id in new[] { batch.Number, lot, plot, producer.Zone, producer.ProductFiling })
        {
            var path = $"/api/v1/traces/{producer.Code}-{id}";
            await (await district.GetAsync(path)).ShouldBe(HttpStatus.Ok);
            await (await elsewhere.GetAsync(path)).ShouldBe(404, "common/not-found");
            await (await app.Anonymous.GetAsync(path)).ShouldBe(401, "common/not-signed-in");
        }

        var gin = await GivenGin.Create(app);
        var card = await gin.Card();
        await (await gin.Officer.GetAsync($"/api/v1/traces/{card}")).ShouldBe(HttpStatus.Ok);
        var stranger = await app.As(Role.Regiment, "08-999");
        await (await stranger.GetAsync($"/api/v1/traces/{card}")).ShouldBe(404, "common/not-found");
        await (await batch.Recorder.GetAsync($"/api/v1/traces/{card}")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Balance_counts_submitted_records_and_says_when_more_went_out_than_there_was_IX2()
    {
        var batch = await GivenBatch.Open(app);
        await batch.Submit("plucking", GivenBatch.Plucking(3, 30));
        await batch.Add("plucking", GivenBatch.Plucking(3, 100));
        await batch.Submit("packing", Packing(12, "box"));
        await batch.Submit("sale", Sale("上海茶行", 10, "kg"));
        await batch.Submit("sale", Sale("杭州茶行", 8, "box"));
        var sound = await Balance();
        Assert.False(sound.GetProperty("short").GetBoolean());
        Assert.Equal((12m, 8m, 4m), Of(sound, "box", "packed", "sold", "remaining"));
        Assert.Equal((30m, 10m, 20m), Of(sound, "kg", "harvested", "sold", "remaining"));

        await batch.Submit("sale", Sale("苏州茶行", 20.5m, "kg"));
        var oversold = await Balance();
        Assert.True(oversold.GetProperty("short").GetBoolean());
        Assert.Equal((30m, 30.5m, -0.5m), Of(oversold, "kg", "harvested", "sold", "remaining"));

        async Task<JsonElement> Balance() =>
            Assert.Single((await Trace(batch.Recorder, $"{batch.Producer.Code}-{batch.Number}")).GetProperty("batches").EnumerateArray());

        static (decimal, decimal, decimal) Of(JsonElement balance, string unit, string first, string second, string third)
        {
            var figures = balance.GetProperty("figures").EnumerateArray().Single(of => of.GetProperty("unit").GetString() == unit);
            return (figures.GetProperty(first).GetDecimal(), figures.GetProperty(second).GetDecimal(), figures.GetProperty(third).GetDecimal());
        }
    }

    [Fact]
    public async Task Lot_of_many_batches_is_told_in_sums_IX2()
    {
        var first = await GivenBatch.Open(app);
        var lot = await SiteOf(first).Lot(100);
        var batches = new List<GivenBatch> { first };
        while (batches.Count < 11) batches.Add(await GivenBatch.Open(app, first.Producer));
        foreach (var batch in batches) await batch.Submit("fertilizing", Fertilizing(lot, 2));
        await first.Submit("sale", Sale("上海茶行"));
        var codes = await GivenCodes.Of(app, first, 20);
        await codes.Bound(0, 19);

        var trace = await Trace(first.Recorder, $"{first.Producer.Code}-{lot}");
        Assert.Equal(batches.Select(batch => batch.Number).Order(StringComparer.Ordinal), Nodes(trace, "batch"));
        Assert.Equal(["上海茶行"], Nodes(trace, "buyer"));
        Assert.Equal(["天山农资公司"], Nodes(trace, "supplier"));
        var folded = trace.GetProperty("folded").EnumerateArray().Single(batch => batch.GetProperty("number").GetString() == first.Number);
        Assert.Equal((2m, 20L, 1L), (
            folded.GetProperty("used").GetDecimal(), folded.GetProperty("codes").GetInt64(), folded.GetProperty("ranges").GetInt64()));
        Assert.Empty(trace.GetProperty("batches").EnumerateArray());
    }
}
