using System.Globalization;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;

namespace Suyuan.Publishing.Tests;

/// <summary>A batch of tea with submitted records, and codes bound to it, of an enterprise of its own.</summary>
internal sealed class GivenPublication
{
    private static int ranges;

    private readonly SuyuanApp app;

    private GivenPublication(SuyuanApp app, GivenBatch batch) => (this.app, Batch) = (app, batch);

    public GivenBatch Batch { get; }

    public GivenProducer Producer => Batch.Producer;

    public HttpClient Administrator => Producer.Administrator;

    public HttpClient Recorder => Producer.Recorder;

    public string Site => Producer.Path + "/publication";

    public string OfBatch => Batch.Path + "/publication";

    public string Profile => $"{Producer.Path}/public-profiles/{Producer.ProductFiling}";

    public static object ProfileAnswers(string introduction = "谷雨前采摘，手工炒制") => new
    {
        productIntroduction = introduction, enterpriseIntroduction = "高山有机茶园", contactPhone = "0571-88612345", zoneEnvironment = "无污染源",
        honours = new[] { new { name = "中国名茶", issuer = "农业农村部", awardedOn = "2020-05-01" } },
    };

    /// <summary>A pruning is submitted, a fertilizing is a draft, and codes are bound.</summary>
    public static async Task<GivenPublication> Create(SuyuanApp app)
    {
        var given = new GivenPublication(app, await GivenBatch.Open(app));
        await given.Submitted("pruning", GivenBatch.Pruning());
        await given.Batch.Add("fertilizing", new { date = GivenBatch.Day(5) });
        await given.Bind();
        return given;
    }

    public Task<HttpClient> Regulator(string district = GivenProducer.District) => app.As(Role.Regulator, district);

    public async Task<string> Submitted(string stage, object answers)
    {
        var id = await Batch.Add(stage, answers);
        await (await Recorder.PutAsync($"{Batch.Path}/records/{id}/submission", new { })).ShouldBe(HttpStatus.Ok);
        return id;
    }

    public async Task SiteRecord(string form, object answers)
    {
        var begun = await Recorder.PostAsync(Producer.Path + "/site-records", new { form, answers });
        await begun.ShouldBe(HttpStatus.Created);
        await (await Recorder.PutAsync(begun.Headers.Location!.OriginalString + "/submission", new { })).ShouldBe(HttpStatus.Ok);
    }

    /// <summary>A bound range, as its derived row says. How one comes about is tested where identity codes are.</summary>
    public async Task Bind()
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"77{Interlocked.Increment(ref ranges):0000000000}00000000");
        await Producer.Execute(
            """
            insert into code_ranges (enterprise, id, batch, length, span, start_code, end_code, checked, codes, bound_at, bound_by, revision,
                changed_at)
            values ($1, $2, $3, 20, code_span($2, $2), $2, $2, false, 1, now(), 'recorder', 1, now())
            """,
            Producer.Code, start, Batch.Number);
    }

    public Task<HttpResponseMessage> Publish(params string[] items) => Administrator.PutAsync(OfBatch + "/items", new { items });

    public Task<HttpResponseMessage> PublishSite(params string[] items) => Administrator.PutAsync(Site + "/items", new { items });

    public async Task<JsonElement> View() => await (await Recorder.GetAsync(Batch.Path + "/public-view")).Read();

    public async Task<IEnumerable<string>> Tabs() =>
        (await View()).GetProperty("tabs").EnumerateArray().Select(tab => tab.GetProperty("item").GetString()!);

    /// <summary>Items by node in one of the two lists.</summary>
    public async Task<Dictionary<string, List<string>>> Tree(string list) => GivenProducer.Items(await (await Recorder.GetAsync($"{Site}/{list}")).Read())
        .ToDictionary(
            node => node.TryGetProperty("batch", out var batch) && batch.ValueKind == JsonValueKind.String ? batch.GetString()! : "SITE",
            node => node.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("item").GetString()!).ToList());
}
