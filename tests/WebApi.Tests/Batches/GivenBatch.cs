using System.Globalization;
using System.Text.Json;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using Suyuan.Seasons;

namespace Suyuan.Batches.Tests;

/// <summary>A batch of tea of an enterprise of its own, opened through the API.</summary>
internal sealed class GivenBatch
{
    private GivenBatch(GivenProducer producer, string number) => (Producer, Number) = (producer, number);

    public GivenProducer Producer { get; }

    public string Number { get; }

    public string Path => $"{Producer.Path}/batches/{Number}";

    public HttpClient Recorder => Producer.Recorder;

    public static string Day(int ago) =>
        ChinaTime.DateOf(DateTimeOffset.UtcNow).AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static object Answers(string introduction = "") => new { plannedStart = "2026-03-01", introduction };

    public static object Opening(GivenProducer producer, params string[] plots) =>
        new { productFiling = producer.ProductFiling, zone = producer.Zone, plots, answers = Answers() };

    public static async Task<GivenBatch> Open(SuyuanApp app, GivenProducer? producer = null, params string[] plots)
    {
        var owner = producer ?? await GivenProducer.Ready(app);
        var opened = await owner.Recorder.PostAsync(owner.Path + "/batches", Opening(owner, plots));
        await opened.ShouldBe(HttpStatus.Created);
        return new(owner, (await opened.Read()).GetProperty("number").GetString()!);
    }

    public static object Pruning(int ago = 10, string manner = "light") =>
        new { date = Day(ago), manner, personInCharge = "周建国" };

    public static object Spraying(int ago, int days, string[]? plots = null, object[]? inputs = null) => new
    {
        firstDate = Day(ago), lastDate = Day(ago), intervalDays = days, pest = "茶小绿叶蝉", method = "chemical", pesticide = "苦参碱",
        personInCharge = "周建国", plots = plots ?? [], inputs = inputs ?? [],
    };

    public static object Plucking(int ago, decimal quantity = 12.5m, string[]? plots = null) => new
    {
        date = Day(ago), grade = "oneLeaf", manner = "manual", quantity, unit = "kg", personInCharge = "周建国", plots = plots ?? [],
    };

    public Task<HttpResponseMessage> Post(string stage, object answers) => Recorder.PostAsync(Path + "/records", new { stage, answers });

    /// <summary>Adds a record and tells its id.</summary>
    public async Task<string> Add(string stage, object answers)
    {
        var added = await Post(stage, answers);
        await added.ShouldBe(HttpStatus.Created);
        return (await added.Read()).GetProperty("id").GetString()!;
    }

    /// <summary>As above, submitted.</summary>
    public async Task<string> Submit(string stage, object answers)
    {
        var id = await Add(stage, answers);
        await (await Recorder.PutAsync($"{Path}/records/{id}/submission", new { })).ShouldBe(HttpStatus.Ok);
        return id;
    }

    public async Task<JsonElement> Record(string id) => await (await Recorder.GetAsync($"{Path}/records/{id}")).Read();

    public async Task<JsonElement> Read(string below = "") => await (await Recorder.GetAsync(Path + below)).Read();
}
