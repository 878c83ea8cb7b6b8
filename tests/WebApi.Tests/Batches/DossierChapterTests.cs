using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using static Suyuan.Batches.Tests.GivenBatch;

namespace Suyuan.Batches.Tests;

/// <summary>Manual, part two, chapter 3, in its order: a new batch, its records, its dossier.</summary>
[Collection(AppCollection.Name)]
public sealed class DossierChapterTests(SuyuanApp app)
{
    private static object Grafting(int ago = 20, string scion = "径山群体种") => new
    {
        date = Day(ago), species = "茶树", rootstock = "本地群体种", scion, method = "cleft", count = 200, @operator = "周建国",
    };

    private static object Fertilizing(decimal rate = 30) =>
        new { date = Day(12), fertilizer = "菜籽饼肥", manner = "furrow", rate, personInCharge = "周建国" };

    [Fact]
    public async Task Chapter_3_1_a_new_batch_shows_the_stages_of_its_product_BT1_BT2()
    {
        var producer = await GivenProducer.Ready(app);

        var opened = await producer.Recorder.PostAsync(producer.Path + "/batches", Opening(producer));

        await opened.ShouldBe(HttpStatus.Created);
        var batch = await opened.Read();
        Assert.Equal($"{Day(0).Replace("-", "", StringComparison.Ordinal)}00001", batch.GetProperty("number").GetString());
        Assert.Equal(("径山毛峰", "tea"), (batch.GetProperty("productName").GetString(), batch.GetProperty("category").GetString()));
        var stages = batch.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()).ToList();
        Assert.Equal(
            ["pruning", "fertilizing", "pest-control", "plucking", "primary-processing", "refining", "packing", "storage", "sale"], stages);
        Assert.Equal($"{producer.Path}/batches/{batch.GetProperty("number").GetString()}", opened.Headers.Location!.ToString());
    }

    /// <summary>数据来源说明：产品名称来源于产品备案，没有进行产品备案的企业操作成功不了；生产区的数据来源于企业信息。</summary>
    [Fact]
    public async Task Chapter_3_1_nothing_succeeds_without_filing_profile_and_zone_BT1_EN1()
    {
        var registered = await GivenProducer.Registered(app);
        object Body(string zone = "z", string filing = "f") => new { productFiling = filing, zone, answers = Answers() };
        await (await registered.Recorder.PostAsync(registered.Path + "/batches", Body())).ShouldBe(409, "enterprise/filing-required");

        var filed = await GivenProducer.Filed(app);
        await (await filed.Recorder.PostAsync(filed.Path + "/batches", Body())).ShouldBe(409, "batch/product-not-filed");
        await (await filed.Recorder.PostAsync(filed.Path + "/batches", Body(filing: filed.ProductFiling))).ShouldBe(409, "enterprise/profile-required");
        await (await filed.SaveProfile()).ShouldBe(HttpStatus.Ok);
        await (await filed.Recorder.PostAsync(filed.Path + "/batches", Body(filing: filed.ProductFiling))).ShouldBe(409, "enterprise/zone-required");
        var zone = await filed.Add("zones", new { answers = GivenProducer.ZoneAnswers("一号茶园") });
        await (await filed.Recorder.PostAsync(filed.Path + "/batches", Body("z", filed.ProductFiling))).ShouldBe(422, "enterprise/unknown-zone");
        await (await filed.Recorder.PostAsync(filed.Path + "/batches", Body(zone, filed.ProductFiling))).ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task Chapter_3_2_grafting_is_recorded_BT3()
    {
        var given = await Open(app);
        await (await given.Post("grafting", Grafting())).ShouldBe(409, "batch/stage-not-added");
        await (await given.Recorder.PutAsync(given.Path + "/stages/grafting", new { })).ShouldBe(HttpStatus.Ok);

        var record = await given.Record(await given.Add("grafting", Grafting()));

        Assert.Equal(("draft", "cleft"), (record.GetProperty("state").GetString(), record.GetProperty("answers").GetProperty("method").GetString()));
        Assert.Equal(Day(20), record.GetProperty("occurredOn").GetString());
        Assert.NotEmpty(record.GetProperty("created").GetProperty("by").GetString()!);
    }

    [Fact]
    public async Task Chapter_3_3_fertilizing_is_recorded_and_so_is_every_other_stage_BT3()
    {
        var given = await Open(app);
        await given.Add("fertilizing", Fertilizing());
        await given.Add("pruning", Pruning());
        await given.Add("sale", new { date = Day(1) });

        var stages = (await given.Read()).GetProperty("stages").EnumerateArray()
            .ToDictionary(stage => stage.GetProperty("stage").GetString()!, stage => stage.GetProperty("records").GetInt32());
        Assert.Equal((1, 1, 1, 0), (stages["fertilizing"], stages["pruning"], stages["sale"], stages["packing"]));
    }

    [Fact]
    public async Task Chapter_3_4_the_dossier_shows_what_was_recorded_by_stage_and_time_BT3()
    {
        var given = await Open(app);
        await given.Add("fertilizing", Fertilizing());
        var later = await given.Add("pruning", Pruning(5));
        var earlier = await given.Add("pruning", Pruning(8));

        var listed = GivenProducer.Items(await (await given.Recorder.GetAsync($"{given.Producer.Path}/batches?q=径山")).Read()).Single();
        Assert.Equal((given.Number, 3, "一号茶园"), (listed.GetProperty("number").GetString(), listed.GetProperty("records").GetInt32(), listed.GetProperty("zoneName").GetString()));
        var dossier = await given.Read("/dossier");
        var stages = dossier.GetProperty("stages").EnumerateArray().Where(stage => stage.GetProperty("records").GetArrayLength() > 0).ToList();
        Assert.Equal(["pruning", "fertilizing"], stages.Select(stage => stage.GetProperty("stage").GetString()));
        Assert.Equal([earlier, later], stages[0].GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()));
        Assert.Equal("修剪", stages[0].GetProperty("label").GetProperty("zh").GetString()![..2]);
    }

    [Fact]
    public async Task Chapter_3_5_records_are_added_as_long_as_the_batch_runs_BT3()
    {
        var given = await Open(app);
        await given.Add("pruning", Pruning(8));
        await (await given.Recorder.PutAsync(given.Path + "/completion", new { })).ShouldBe(HttpStatus.Ok);
        await (await given.Post("pruning", Pruning(5))).ShouldBe(409, "batch/not-running");
        await (await given.Producer.Administrator.PutAsync(given.Path + "/reopening", new { reason = "补录修剪" })).ShouldBe(HttpStatus.Ok);

        await given.Add("pruning", Pruning(5));

        Assert.Equal(2, (await given.Read("/records?stage=pruning")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Chapter_3_6_a_record_is_changed_with_its_history_and_submitted_BT3()
    {
        var given = await Open(app);
        var id = await given.Add("fertilizing", Fertilizing(300));
        var path = $"{given.Path}/records/{id}";

        var changed = await (await given.Recorder.PutAsync(path, new { answers = Fertilizing(30) }, 1)).Read();
        Assert.Equal((2, 30), (changed.GetProperty("revision").GetInt32(), changed.GetProperty("answers").GetProperty("rate").GetInt32()));
        var submitted = await (await given.Recorder.PutAsync(path + "/submission", new { }, 2)).Read();
        Assert.Equal("submitted", submitted.GetProperty("state").GetString());

        var versions = GivenProducer.Items(await given.Read($"/records/{id}/history")).ToList();
        Assert.Equal(3, versions.Count);
        var change = versions[1].GetProperty("changes").EnumerateArray().Single(one => one.GetProperty("member").GetString() == "answers.rate");
        Assert.Equal((300, 30), (change.GetProperty("from").GetInt32(), change.GetProperty("to").GetInt32()));
    }
}
