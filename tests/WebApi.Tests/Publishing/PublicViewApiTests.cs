using System.Text.Json;
using Suyuan.Attachments.Tests;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using Suyuan.Sensors.Tests;
using Suyuan.SiteRecords.Tests;

namespace Suyuan.Publishing.Tests;

/// <summary>What consumers see of a batch besides what the chapters tell.</summary>
[Collection(AppCollection.Name)]
public sealed class PublicViewApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Without_anything_published_there_is_no_more_than_whose_product_it_is_PB3()
    {
        var given = await GivenPublication.Create(app);
        var picture = await given.Recorder.SendRaw(HttpMethod.Post, "/api/v1/attachments", SampleFile.Png(), "image/png");
        var pruning = new { date = GivenBatch.Day(4), manner = "light", personInCharge = "周建国", photos = new[] { new { sha256 = (await picture.Read()).GetProperty("sha256").GetString(), name = "x.png" } } };
        await given.Submitted("pruning", pruning);

        var view = await given.View();

        Assert.Equal(("径山毛峰", GivenProducer.District), (view.GetProperty("basic").GetProperty("productName").GetString(), view.GetProperty("basic").GetProperty("district").GetString()));
        Assert.All((string[])["tabs", "timeline", "notices", "files"], member => Assert.Equal(0, view.GetProperty(member).GetArrayLength()));
        await (await given.Publish("pruning")).ShouldBe(HttpStatus.Ok);
        Assert.Equal("image/png", (await given.View()).GetProperty("files")[0].GetProperty("mediaType").GetString());
    }

    [Fact]
    public async Task Drafts_are_not_shown_and_changed_records_are_drafts_again_PB3()
    {
        var given = await GivenPublication.Create(app);
        var second = await given.Submitted("pruning", GivenBatch.Pruning(3));
        await given.Batch.Add("pruning", GivenBatch.Pruning(2));
        await (await given.Publish("pruning")).ShouldBe(HttpStatus.Ok);
        Assert.Equal([GivenBatch.Day(10), GivenBatch.Day(3)], Days(await given.View()));

        await (await given.Recorder.PutAsync($"{given.Batch.Path}/records/{second}", new { answers = GivenBatch.Pruning(4) }, 2)).ShouldBe(HttpStatus.Ok);

        Assert.Equal([GivenBatch.Day(10)], Days(await given.View()));
    }

    [Fact]
    public async Task Choices_numbers_and_yes_or_no_are_words_in_both_languages_PB3()
    {
        var given = await GivenPublication.Create(app);
        await given.Submitted("pest-control", GivenBatch.Spraying(30, 7));
        await (await given.Publish("pest-control")).ShouldBe(HttpStatus.Ok);

        var fields = (await given.View()).GetProperty("tabs")[0].GetProperty("records")[0].GetProperty("sections")[0].GetProperty("fields").EnumerateArray()
            .ToDictionary(field => field.GetProperty("key").GetString()!, field => field.GetProperty("text"));

        Assert.Equal(("化学防治", "Chemical"), (fields["method"].GetProperty("zh").GetString(), fields["method"].GetProperty("en").GetString()));
        Assert.Equal(("7 天", "7 days"), (fields["intervalDays"].GetProperty("zh").GetString(), fields["intervalDays"].GetProperty("en").GetString()));
        Assert.Equal("周*", fields["personInCharge"].GetProperty("zh").GetString());
        Assert.Equal(GivenBatch.Day(30), fields["lastDate"].GetProperty("en").GetString());
    }

    [Fact]
    public async Task A_quantity_reads_with_the_unit_that_was_chosen_for_it_PB3()
    {
        var given = await GivenPublication.Create(app);
        await given.Submitted("plucking", GivenBatch.Plucking(5, quantity: 12.50m));
        await (await given.Publish("plucking")).ShouldBe(HttpStatus.Ok);

        var fields = (await given.View()).GetProperty("tabs")[0].GetProperty("records")[0].GetProperty("sections").EnumerateArray()
            .SelectMany(section => section.GetProperty("fields").EnumerateArray())
            .ToDictionary(field => field.GetProperty("key").GetString()!, field => field.GetProperty("text"));

        Assert.Equal("12.5 千克", fields["quantity"].GetProperty("zh").GetString());
        Assert.DoesNotContain("unit", fields.Keys);
    }

    [Fact]
    public async Task Divisions_are_names_beside_their_codes_PB3()
    {
        var given = await GivenPublication.Create(app);
        await (await given.PublishSite("profile")).ShouldBe(HttpStatus.Ok);

        var view = await given.View();

        Assert.Equal("浙江省杭州市余杭区", view.GetProperty("basic").GetProperty("districtName").GetString());
        var district = view.GetProperty("tabs")[0].GetProperty("records")[0].GetProperty("sections").EnumerateArray()
            .SelectMany(section => section.GetProperty("fields").EnumerateArray()).Single(field => field.GetProperty("key").GetString() == "district");
        Assert.Equal(
            ("浙江省杭州市余杭区", GivenProducer.District),
            (district.GetProperty("text").GetProperty("en").GetString(), district.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Harvest_inside_an_interval_warns_whatever_is_published_BT4()
    {
        var given = await GivenPublication.Create(app);
        await given.Submitted("plucking", GivenBatch.Plucking(5));
        await given.Submitted("pest-control", GivenBatch.Spraying(8, 14));

        var notice = (await given.View()).GetProperty("notices").EnumerateArray().Single();

        Assert.Equal("intervalViolated", notice.GetProperty("kind").GetString());
        Assert.Contains(GivenBatch.Day(5), notice.GetProperty("text").GetProperty("zh").GetString(), StringComparison.Ordinal);
        await (await given.Publish("plucking")).ShouldBe(HttpStatus.Ok);
        var record = (await given.View()).GetProperty("tabs")[0].GetProperty("records")[0];
        Assert.Equal(GivenBatch.Day(-6), record.GetProperty("lawfulFrom").GetString());
    }

    [Fact]
    public async Task Filings_that_were_revoked_or_ran_out_warn_and_hide_what_they_said_FL5()
    {
        var given = await GivenPublication.Create(app);
        await given.Producer.Execute("update filings set valid_to = '2020-12-31' where enterprise = $1 and kind = 'product'", given.Producer.Code);
        Assert.Equal(["productFilingExpired"], Notices(await given.View()));

        await given.Producer.Execute("update filings set state = 'revoked' where enterprise = $1 and kind = 'enterprise'", given.Producer.Code);

        Assert.Equal(["enterpriseFilingRevoked", "productFilingExpired"], Notices(await given.View()));
    }

    [Fact]
    public async Task Site_shows_what_belongs_to_the_batch_PB2()
    {
        var given = await GivenPublication.Create(app);
        await given.Producer.Add("zones", new { answers = GivenProducer.ZoneAnswers("二号茶园") });
        await given.Producer.Add("products", new { answers = new { productName = "径山毛峰" }, productFiling = given.Producer.ProductFiling });
        await given.Producer.Add("products", new { answers = new { productName = "龙井" } });
        var scan = new { sha256 = (await (await given.Recorder.SendRaw(HttpMethod.Post, "/api/v1/attachments", SampleFile.Pdf(), "application/pdf")).Read()).GetProperty("sha256").GetString(), name = "r.pdf" };
        await given.SiteRecord("test-report", Report("A1", given.Batch.Number, scan));
        await given.SiteRecord("test-report", Report("A2", "2020010100001", scan));
        await given.SiteRecord("test-report", Report("A3", null, scan));

        await (await given.PublishSite("zones", "products", "test-report")).ShouldBe(HttpStatus.Ok);

        var tabs = (await given.View()).GetProperty("tabs").EnumerateArray().ToDictionary(tab => tab.GetProperty("item").GetString()!, tab => tab.GetProperty("records"));
        Assert.Equal(["一号茶园"], Titles(tabs["zones"]));
        Assert.Equal(["径山毛峰"], Titles(tabs["products"]));
        Assert.Equal(2, tabs["test-report"].GetArrayLength());
        Assert.DoesNotContain("A2", tabs["test-report"].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inputs_are_those_that_the_batch_used_PB2()
    {
        var given = await GivenPublication.Create(app);
        async Task<string> Lot(string name)
        {
            var item = await (await given.Recorder.PostAsync(given.Producer.Path + "/inputs", new { form = "input-pesticide", answers = GivenSite.Pesticide(name) })).Read();
            var lot = await given.Recorder.PostAsync(
                given.Producer.Path + "/input-lots", new { item = item.GetProperty("id").GetString(), answers = GivenSite.Purchase(10) });
            return (await lot.Read()).GetProperty("id").GetString()!;
        }

        var lot = await Lot("苦参碱");
        await Lot("吡虫啉");
        await given.Submitted("pest-control", GivenBatch.Spraying(30, 7, inputs: [new { lot, quantity = 2 }]));
        await (await given.PublishSite("inputs")).ShouldBe(HttpStatus.Ok);
        await (await given.Publish("pest-control")).ShouldBe(HttpStatus.Ok);

        var tabs = (await given.View()).GetProperty("tabs").EnumerateArray().ToDictionary(tab => tab.GetProperty("item").GetString()!);

        Assert.Equal(["苦参碱"], Titles(tabs["inputs"].GetProperty("records")));
        Assert.Contains("苦参碱 2 瓶", tabs["pest-control"].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("苦参碱 2 bottles", tabs["pest-control"].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensors_tell_the_figures_of_their_last_day_PB2()
    {
        var sensor = await GivenSensor.Create(app, "airTemperature");
        var producer = await GivenProducer.Of(app, sensor.Farm.CreditCode);
        await producer.GetReady();
        var batch = await GivenBatch.Open(app, producer);
        await (await producer.Administrator.PutAsync(producer.Path + "/publication/items/sensors", new { })).ShouldBe(409, "publication/nothing-to-show");
        var at = DateTimeOffset.Parse(GivenBatch.Day(1) + "T12:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
        await sensor.Sent(GivenSensor.Reading(at, 20), GivenSensor.Reading(at.AddMilliseconds(-1), 30), GivenSensor.Reading(at.AddMilliseconds(-2), 999));

        await (await producer.Administrator.PutAsync(producer.Path + "/publication/items/sensors", new { })).ShouldBe(HttpStatus.Ok);

        var record = (await batch.Read("/public-view")).GetProperty("tabs").EnumerateArray().Single().GetProperty("records")[0];
        Assert.Equal("一号棚气象站", record.GetProperty("title").GetProperty("zh").GetString());
        var field = record.GetProperty("sections")[0].GetProperty("fields")[0];
        Assert.Equal(("空气温度", "Air temperature", "mean 25 °C (20 to 30)"), (field.GetProperty("label").GetProperty("zh").GetString(), field.GetProperty("label").GetProperty("en").GetString(), field.GetProperty("text").GetProperty("en").GetString()));
    }

    [Fact]
    public async Task Void_batch_shows_nothing_PB3()
    {
        var batch = await GivenBatch.Open(app);
        await (await batch.Recorder.GetAsync(batch.Path + "/public-view")).ShouldBe(HttpStatus.Ok);

        await (await batch.Recorder.DeleteAsync(batch.Path)).ShouldBe(HttpStatus.Ok);

        await (await batch.Recorder.GetAsync(batch.Path + "/public-view")).ShouldBe(404, "common/not-found");
    }

    private static object Report(string number, string? batch, object scan) => new
    {
        sampleName = "径山毛峰", sampleNo = "S1", batch, reportNo = number, client = "径山茶业", laboratory = "茶叶质检中心", kind = "commissioned", basis = "GB 2763",
        testedOn = "2026-05-05", items = new[] { new { item = "吡虫啉", verdict = "notDetected" } }, conclusion = "passed", scan = new[] { scan },
    };

    private static IEnumerable<string> Days(JsonElement view) =>
        view.GetProperty("timeline").EnumerateArray().Select(moment => moment.GetProperty("day").GetString()!);

    private static IEnumerable<string> Notices(JsonElement view) =>
        view.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetString()!);

    private static IEnumerable<string> Titles(JsonElement records) =>
        records.EnumerateArray().Select(record => record.GetProperty("title").GetProperty("zh").GetString()!);
}
