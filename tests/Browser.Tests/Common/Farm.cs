using System.Text.Json.Nodes;
using Suyuan.Accounts;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Reliability.Tests;
using Suyuan.Samples;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Browser.Tests;

/// <summary>
/// A cooperative whose people did what the manual's chapters one to three say: it has its filings, a zone, and a batch of mandarins with
/// records of every stage. What is left for the tests: codes, the public profile, and what consumers may see.
/// </summary>
internal sealed class Farm
{
    public const string ProductName = "涌泉蜜橘";
    public const string Gtin = "06901234567892";
    public const string Introduction = "霜降之后才采的蜜橘：皮薄、无核、化渣，甜里带一点酸。";

    private readonly NodeApp node;
    private readonly EnterpriseDesk desk;

    private Farm(NodeApp node, EnterpriseDesk desk) => (this.node, this.desk) = (node, desk);

    /// <summary>The sample cooperative as it is.</summary>
    public static SampleEnterprise Orchard { get; } =
        SampleEnterprise.All.Single(enterprise => enterprise.Administrator == "enterprise-admin");

    /// <summary>Another one, which grows the same, and at first opens nothing to consumers.</summary>
    public static SampleEnterprise Neighbour { get; } = Orchard with
    {
        Serial = 9_000_101, Name = "临海梅岘邻里柑橘专业合作社", Administrator = "neighbour-admin", Recorder = "neighbour-recorder", Sensors = [],
    };

    public string Name => desk.Enterprise.Name;

    public string Path => $"/api/v1/{desk.Path}";

    public HttpClient Recorder { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public string[] SampleSiteItems => [.. desk.Enterprise.Published.Site];

    public string[] SampleStages => [.. desk.Enterprise.Published.Batch];

    private string Profile => $"{Path}/public-profiles/{desk["filing.citrus"]}";

    public static async Task<Farm[]> Create(NodeApp node, params SampleEnterprise[] enterprises)
    {
        var folder = Directory.CreateTempSubdirectory("suyuan-browser-").FullName;
        try
        {
            var accounts = DemoAccounts.Open(folder);
            using var http = node.NewClient();
            var loading = new Loading(http, accounts, new(DateTimeOffset.UtcNow));
            var regulator = SampleAccounts.OfPlatform.Single(account => account.UserName == SampleAccounts.ProductRegulator);
            accounts.Add(SampleAccounts.PlatformAccount.ToDemo() with { Password = TestApp.PlatformPassword });
            accounts.Add([regulator.ToDemo(), .. enterprises.SelectMany(SampleEnterprises.AccountsOf)]);
            await AccountStep.Create(loading, await loading.As(SampleAccounts.Platform, default), regulator, default);
            return await Task.WhenAll(enterprises.Select(enterprise => Create(node, loading, enterprise)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The batch that the sample brings, with records of every stage; nothing binds its labels yet.</summary>
    public Task<Lot> Mandarins() => Labelled(desk["batch.2026-miju"]);

    /// <summary>A batch of its own with a pruning and so many waterings, all submitted; nothing binds its labels yet.</summary>
    public async Task<Lot> Harvest(int waterings = 1)
    {
        var opened = await Recorder.PostAsync($"{Path}/batches", new
        {
            productFiling = desk["filing.citrus"], zone = desk["zone.meixian"], plots = new[] { desk["plot.east"] },
            answers = new { plannedStart = GivenBatch.Day(30) },
        });
        var lot = await Labelled((await opened.Read()).GetProperty("number").GetString()!);
        await Record(lot, "pruning", new { date = GivenBatch.Day(20), manner = "light", personInCharge = "王柏林" });
        var watering = new { date = GivenBatch.Day(18), manner = "micro", waterSource = "reservoir", personInCharge = "陈国富" };
        await Task.WhenAll(Enumerable.Range(0, waterings).Select(_ => Record(lot, "irrigation", watering)));
        return lot;
    }

    /// <summary>企业信息管理: the manual's chapter five.</summary>
    public async Task WriteProfile(byte[] film, string introduction = Introduction)
    {
        using var content = new ByteArrayContent(film);
        var kept = await (await Administrator.PostAsync("/api/v1/attachments?name=film.mp4", content)).Read();
        var answers = await desk.Fill(await desk.Administrator(default), desk.Enterprise.PublicProfile.Answers, default);
        answers["productIntroduction"] = introduction;
        answers["video"] = new JsonArray(new JsonObject { ["sha256"] = kept.GetProperty("sha256").GetString(), ["name"] = "film.mp4" });
        var revision = (await (await Administrator.GetAsync(Profile)).Read()).GetProperty("revision").GetInt32();
        await (await Administrator.PutAsync(Profile, new { traceMode = "product", answers }, revision)).ShouldBe(HttpStatus.Ok);
    }

    /// <summary>公共信息开通查询: the manual's chapter 6.1.</summary>
    public async Task Publish(params string[] items) =>
        await (await Administrator.PutAsync($"{Path}/publication/items", new { items })).ShouldBe(HttpStatus.Ok);

    private static async Task<Farm> Create(NodeApp node, Loading loading, SampleEnterprise enterprise)
    {
        var desk = new EnterpriseDesk(loading, enterprise);
        await SampleEnterprises.Produce(loading, desk, default);
        return new(node, desk)
        {
            Recorder = await node.As(Role.Recorder, enterprise.CreditCode),
            Administrator = await node.As(Role.EnterpriseAdministrator, enterprise.CreditCode),
        };
    }

    private async Task Record(Lot lot, string stage, object answers)
    {
        var made = await Recorder.PostAsync(lot.Path + "/records", new { stage, answers });
        var id = (await made.Read()).GetProperty("id").GetString();
        await (await Recorder.PutAsync($"{lot.Path}/records/{id}/submission", new { })).ShouldBe(HttpStatus.Ok);
    }

    private async Task<Lot> Labelled(string batch)
    {
        var wanted = new { enterprise = desk.Enterprise.CreditCode, count = Lot.Labels, productSerial = 1 };
        var allocated = await (await (await node.As(Role.Platform)).PostAsync("/api/v1/code-allocations", wanted)).Read();
        var file = await Recorder.GetAsync($"{Path}/code-allocations/{allocated.GetProperty("id").GetString()}/labels?format=csv");
        return new(this, batch, Label.Read(await file.Content.ReadAsStringAsync()));
    }
}
