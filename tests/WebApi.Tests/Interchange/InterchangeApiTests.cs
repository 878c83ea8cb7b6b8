using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Attachments.Tests;
using Suyuan.Bales.Tests;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Sensors.Tests;
using Suyuan.SiteRecords.Tests;

namespace Suyuan.Interchange.Tests;

[Collection(AppCollection.Name)]
public sealed class InterchangeApiTests(SuyuanApp app)
{
    private const string Range = "abcdefabcdefabcdefab";
    private static int codes;

    private readonly string firstCode = $"9{Interlocked.Increment(ref codes):00000000000}{1:000000000000}";

    /// <summary>A card with two bales, the first of them inspected.</summary>
    private async Task<(GivenGin Given, string Card, string[] Bales)> Ginned()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card(quotaKg: 400);
        await (await collector.Scan(card, 0)).ShouldBe(HttpStatus.Ok);
        var bales = new string[2];
        for (var bale = 0; bale < 2; bale++)
            bales[bale] = (await (await collector.Press()).Read()).GetProperty("barcode").GetString()!;
        await new InspectionFile().Row(bales[0]).Report(app);
        return (given, card, bales);
    }

    /// <summary>A batch with a use of a lot, a harvest, packing and a sale, and 98 codes bound to it.</summary>
    private async Task<(GivenBatch Batch, string Lot)> Grown()
    {
        var batch = await GivenBatch.Open(app);
        var site = new GivenSite(batch.Producer.Path, batch.Recorder);
        var lot = await site.Lot(100);
        await batch.Add("fertilizing", new
        {
            date = GivenBatch.Day(20), growthStage = "催芽期", manner = "base", personInCharge = "周建国",
            inputs = new[] { new { lot, quantity = 40 } },
        });
        await batch.Submit("plucking", GivenBatch.Plucking(3, 30));
        await batch.Add("plucking", GivenBatch.Plucking(3, 7));
        await batch.Submit("packing", new
        {
            date = GivenBatch.Day(2), productName = "径山毛峰", packingLot = "P-1", material = "纸盒", specification = "1 kg",
            quantity = 25, unit = "kg", personInCharge = "周建国",
        });
        await batch.Submit("sale", new
        {
            date = GivenBatch.Day(1), product = "径山毛峰", buyer = "上海茶行", quantity = 20, unit = "kg", personInCharge = "周建国",
        });
        await Bind(batch);
        return (batch, lot);
    }

    private Task Bind(GivenBatch batch) => batch.Producer.Execute(
        """
        insert into code_ranges (enterprise, id, batch, length, span, start_code, end_code, checked, codes, bound_at, bound_by, revision, changed_at)
        select $1, $2, $3, 24, numrange(s::numeric, s::numeric + 97, '[]'), s, (s::numeric + 97)::text, false, 98, now(), 'x', 1, now()
        from (select $4) x (s)
        """,
        batch.Producer.Code, Range, batch.Number, firstCode);

    private static async Task<JsonElement> Trace(HttpClient client, string id, string direction = "both") =>
        await (await client.GetAsync($"/api/v1/traces/{id}?direction={direction}")).Read();

    private static string[] Kinds(JsonElement trace) =>
        [.. trace.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal)];

    private static JsonElement[] Events(JsonElement document) =>
        [.. document.GetProperty("epcisBody").GetProperty("eventList").EnumerateArray()];

    [Fact]
    public async Task Card_and_bale_are_exported_as_sound_epcis_IX1()
    {
        var (given, card, bales) = await Ginned();
        var answer = await given.Ginner.GetAsync($"/api/v1/epcis/events?card={card}");
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        var ofCard = await answer.Read();
        Assert.Empty(EpcisRules.FaultsOf(ofCard));
        Assert.Equal(7, Events(ofCard).Length);
        var ofBale = await (await given.Officer.GetAsync($"/api/v1/epcis/events?bale={bales[1]}")).Read();
        Assert.Empty(EpcisRules.FaultsOf(ofBale));
        Assert.Equal(4, Events(ofBale).Length);
        Assert.DoesNotContain(bales[0], ofBale.ToString(), StringComparison.Ordinal);
        await (await (await app.As(Role.Ginner, "65992")).GetAsync($"/api/v1/epcis/events?bale={bales[0]}")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Batch_is_exported_as_sound_epcis_without_its_drafts_IX1()
    {
        var (batch, _) = await Grown();
        var path = $"/api/v1/epcis/events?enterprise={batch.Producer.Code}&batch={batch.Number}";
        var document = await (await batch.Recorder.GetAsync(path)).Read();
        Assert.Empty(EpcisRules.FaultsOf(document));
        Assert.Equal(5, Events(document).Length);
        await (await (await app.As(Role.Recorder, "91330100799655058B")).GetAsync(path)).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Day_of_a_sensor_in_the_zone_and_a_test_that_names_the_batch_are_events_IX1()
    {
        var batch = await GivenBatch.Open(app);
        var registered = await (await batch.Recorder.PostAsync(batch.Producer.Path + "/sensors", new
        {
            name = "茶园气象站", zone = batch.Producer.Zone, quantities = new[] { new { quantity = "airTemperature" } },
        })).Read();
        var now = app.Clock.GetUtcNow();
        var sent = await app.WithDeviceKey(GivenSensor.KeyOf(registered)).PostAsync(
            GivenSensor.Readings, new { readings = new[] { GivenSensor.Reading(now, 12), GivenSensor.Reading(now.AddSeconds(1), 14) } });
        await sent.ShouldBe(HttpStatus.Ok);
        var site = new GivenSite(batch.Producer.Path, batch.Recorder);
        await site.Submitted("test-report", new
        {
            sampleNo = "Y-1", sampleName = "径山毛峰", batch = batch.Number, reportNo = "J-1", client = "径山茶业", laboratory = "检测中心",
            kind = "commissioned", basis = "GB 2763", testedOn = GivenBatch.Day(1), conclusion = "failed",
            scan = new[] { new { sha256 = await site.Uploaded(SampleFile.Pdf()), name = "检验报告.pdf" } },
        });

        var path = $"/api/v1/epcis/events?enterprise={batch.Producer.Code}&batch={batch.Number}";
        var document = await (await batch.Recorder.GetAsync(path)).Read();
        Assert.Empty(EpcisRules.FaultsOf(document));
        var measured = Events(document).Single(told => told.GetProperty("bizStep").GetString() == "sensor_reporting");
        var report = measured.GetProperty("sensorElementList")[0].GetProperty("sensorReport")[0];
        Assert.Equal(("Temperature", 12m, 14m, 13m), (
            report.GetProperty("type").GetString(), report.GetProperty("minValue").GetDecimal(), report.GetProperty("maxValue").GetDecimal(),
            report.GetProperty("meanValue").GetDecimal()));
        var tested = Events(document).Single(told => told.GetProperty("bizStep").GetString() == "inspecting");
        Assert.Equal("non_conformant", tested.GetProperty("disposition").GetString());
    }

    [Fact]
    public async Task Bale_without_a_card_tells_its_own_history_IX1()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var bale = (await (await collector.Press()).Read()).GetProperty("barcode").GetString()!;
        await new InspectionFile().Row(bale).Report(app);
        var document = await (await given.Ginner.GetAsync($"/api/v1/epcis/events?bale={bale}")).Read();
        Assert.Empty(EpcisRules.FaultsOf(document));
        Assert.Equal(
            ["commissioning", "inspecting"], Events(document).Select(told => told.GetProperty("bizStep").GetString()).Distinct());
        Assert.Equal(["bale", "baleLot", "inspection"], Kinds(await Trace(given.Ginner, bale)));
    }

    [Fact]
    public async Task Reprints_and_the_voiding_of_a_card_are_events_also_when_another_took_its_place_IX1()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket(400);
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        await (await given.Ginner.PostAsync($"{given.Path}/trace-cards/{card}/reprints", new { quantity = 1, reason = "标签破损" }))
            .ShouldBe(HttpStatus.Ok);
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(HttpStatus.Ok);
        var next = (await (await given.Print(ticket, "again")).Read()).GetProperty("card").GetString()!;

        Assert.Equal(["receiving", "commissioning", "encoding", "decommissioning"], await Steps(card));
        Assert.Equal(["receiving", "commissioning"], await Steps(next));

        async Task<IEnumerable<string?>> Steps(string of)
        {
            var document = await (await given.Ginner.GetAsync($"/api/v1/epcis/events?card={of}")).Read();
            Assert.Empty(EpcisRules.FaultsOf(document));
            return Events(document).Select(told => told.GetProperty("bizStep").GetString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?batch=2026032000001")]
    [InlineData("?bale=32651402611101221550010000100001&enterprise=91330100799655058B&batch=2026032000001")]
    public async Task Events_are_asked_for_by_one_thing_IX1(string query) =>
        await (await (await app.As(Role.Platform)).GetAsync("/api/v1/epcis/events" + query)).ShouldBe(400, "interchange/one-thing");

    [Fact]
    public async Task Bale_leads_back_to_plot_and_grower_and_card_forward_to_inspection_IX2()
    {
        var (given, card, bales) = await Ginned();
        var back = await Trace(given.Ginner, bales[1], "backward");
        Assert.Equal(["bale", "grower", "plot", "traceCard", "traceUnit", "weighTicket"], Kinds(back));
        Assert.DoesNotContain(bales[0], back.ToString(), StringComparison.Ordinal);
        var grower = back.GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("kind").GetString() == "grower");
        Assert.Contains('*', grower.GetProperty("label").GetString()!);

        var forward = await Trace(given.Ginner, card, "forward");
        Assert.Equal(["bale", "baleLot", "inspection", "traceCard"], Kinds(forward));
        var balance = forward.GetProperty("card");
        Assert.Equal((2_500m, 400m, 2), (
            balance.GetProperty("seedCottonKg").GetDecimal(), balance.GetProperty("quotaKg").GetDecimal(), balance.GetProperty("bales").GetInt32()));
        Assert.Equal(
            balance.GetProperty("quotaKg").GetDecimal() - balance.GetProperty("processedKg").GetDecimal(),
            balance.GetProperty("remainingKg").GetDecimal() - balance.GetProperty("overshootKg").GetDecimal());
    }

    [Fact]
    public async Task Balance_of_a_card_agrees_with_the_report_of_its_unit_IX2()
    {
        var (given, card, _) = await Ginned();
        var balance = (await Trace(given.Ginner, card)).GetProperty("card");
        var path = $"/api/v1/statistics/premium-cotton?season={GivenGin.Season}&unit={given.Unit}";
        var figures = (await (await given.Officer.GetAsync(path)).Read()).GetProperty("totals");
        Assert.Equal(Of(figures, "netKg"), Of(balance, "seedCottonKg"));
        Assert.Equal(Of(figures, "traced"), Of(balance, "bales"));
        Assert.Equal(Of(figures, "inspected"), Of(balance, "inspectedBales"));
        Assert.Equal(Of(figures, "premium"), Of(balance, "premiumBales"));
        Assert.Equal(Of(figures, "conditionedKg"), Of(balance, "conditionedKg"));
        Assert.Equal(Of(figures, "premiumKg"), Of(balance, "premiumKg"));
        Assert.True(Of(balance, "conditionedKg") > 0);

        static decimal Of(JsonElement figures, string name) => figures.GetProperty(name).GetDecimal();
    }

    [Fact]
    public async Task Code_leads_back_to_inputs_and_filings_and_lot_forward_to_codes_and_buyers_IX2()
    {
        var (batch, lot) = await Grown();
        var back = await Trace(batch.Recorder, firstCode, "backward");
        Assert.Equal(
            ["batch", "codeRange", "filing", "identityCode", "input", "inputLot", "maker", "supplier", "zone"], Kinds(back));
        var forward = await Trace(batch.Recorder, $"{batch.Producer.Code}-{lot}", "forward");
        Assert.Equal(["batch", "buyer", "codeRange", "inputLot", "stageRecord"], Kinds(forward));
        var both = await Trace(batch.Recorder, $"{batch.Producer.Code}-{batch.Number}");
        Assert.Equal(
            ["batch", "buyer", "codeRange", "filing", "input", "inputLot", "maker", "stageRecord", "supplier", "zone"], Kinds(both));

        var kg = Assert.Single(back.GetProperty("batches")[0].GetProperty("figures").EnumerateArray());
        Assert.Equal((30m, 25m, 20m, 5m), (
            kg.GetProperty("harvested").GetDecimal(), kg.GetProperty("packed").GetDecimal(), kg.GetProperty("sold").GetDecimal(),
            kg.GetProperty("unexplained").GetDecimal()));
        var stranger = await app.As(Role.Recorder, "91330100799655058B");
        foreach (var id in new[] { firstCode, $"{batch.Producer.Code}-{lot}", $"{batch.Producer.Code}-{batch.Number}" })
            await (await stranger.GetAsync("/api/v1/traces/" + id)).ShouldBe(404, "common/not-found");
    }
}
