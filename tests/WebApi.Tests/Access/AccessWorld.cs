using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Accounts;
using Suyuan.Attachments.Tests;
using Suyuan.Common;
using Suyuan.Batches.Tests;
using Suyuan.CollectorFiles.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using Suyuan.Filings.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.IdentityCodes.Tests;
using Suyuan.Jobs;
using Suyuan.Jobs.Tests;
using Suyuan.Regions;
using Suyuan.Sensors.Tests;
using Suyuan.SiteRecords.Tests;

namespace Suyuan.Access.Tests;

/// <summary>An organization with something of every kind, and for each role a stranger: somebody of another organization.</summary>
internal sealed partial class AccessWorld
{
    private const string District = "330106";

    private readonly SuyuanApp app;
    private readonly GivenGin own;
    private readonly GivenGin other;
    private readonly GivenUploader farm;
    private readonly GivenUploader otherFarm;
    private GivenSensor? sensor;
    private GivenSensor? otherSensor;
    private HttpClient? organizer;

    private AccessWorld(SuyuanApp app, GivenGin own, GivenGin other, GivenUploader farm, GivenUploader otherFarm) =>
        (this.app, this.own, this.other, this.farm, this.otherFarm) = (app, own, other, farm, otherFarm);

    /// <summary>These see everything of everybody by design, so nobody is a stranger in them.</summary>
    public static readonly IReadOnlySet<Role> SeeAll = new[] { Role.Platform, Role.Inspector }.ToFrozenSet();

    public string Gin => own.Gin;
    public string Regiment => own.Regiment;
    public string Company => own.Company;
    public string Unit => own.Unit;
    public string IdNumber => own.IdNumber(1);
    public string Plot => own.Plot(1);
    public string Ticket { get; private set; } = "";
    public string Card { get; private set; } = "";
    public string Barcode { get; private set; } = "";
    public string Grower { get; private set; } = "";
    public string VerifierName { get; private set; } = "";
    public string Upload { get; private set; } = "";
    public string Job { get; private set; } = "";
    public string Enterprise => farm.CreditCode;
    public string Attachment { get; private set; } = "";
    public string Input { get; private set; } = "";
    public string InputLot { get; private set; } = "";
    public string SiteRecord { get; private set; } = "";
    public string Filing { get; private set; } = "";
    public string Zone { get; private set; } = "";
    public string PlotOfZone { get; private set; } = "";
    public string Product { get; private set; } = "";
    public string ProductFiling { get; private set; } = "";
    public string Batch { get; private set; } = "";
    public string Record { get; private set; } = "";
    public string CodeAllocation { get; private set; } = "";
    public string CodeRange { get; private set; } = "";
    public string Code { get; private set; } = "";

    /// <summary>Words that no answer to a stranger may hold.</summary>
    public IReadOnlyList<string> Secrets => [Unit, Card, Barcode, Grower, Plot, Company, VerifierName, Enterprise, Filing];

    public static async Task<AccessWorld> Create(SuyuanApp app)
    {
        var world = new AccessWorld(
            app, await GivenGin.Create(app), await GivenGin.Create(app), await GivenUploader.Create(app, District), await GivenUploader.Create(app, District));
        await world.Fill();
        return world;
    }

    public async Task<HttpClient> Stranger(Role role) => role switch
    {
        Role.Regulator or Role.Regiment => await app.As(role, other.Regiment),
        Role.Company => await app.As(role, other.Company),
        Role.Ginner or Role.GinVerifier => await app.As(role, other.Gin),
        Role.Collector => await app.Device(other.Gin, 1),
        Role.Sensor => otherSensor!.Device,
        Role.Grower => await app.As(role, "h" + new string('0', 32)),
        Role.EnterpriseAdministrator or Role.Recorder => await app.As(role, otherFarm.CreditCode),
        Role.Organizer => organizer ??= await Organizer(),
        _ => await app.As(role),
    };

    /// <summary>Whose it is, or null: this organization has no organizer. A regulator oversees a regiment or a district.</summary>
    public async Task<HttpClient?> Owner(Role role, string route = "") => role switch
    {
        Role.Regulator when IsOfEnterprise(route) => await app.As(role, District),
        Role.Regulator or Role.Regiment => await app.As(role, Regiment),
        Role.Company => await app.As(role, Company),
        Role.Ginner or Role.GinVerifier => await app.As(role, Gin),
        Role.Collector => await app.Device(Gin, 1),
        Role.Sensor => sensor!.Device,
        Role.Grower => await app.As(role, Grower),
        Role.EnterpriseAdministrator or Role.Recorder => await app.As(role, Enterprise),
        Role.Organizer => null,
        _ => await app.As(role),
    };

    private static bool IsOfEnterprise(string route) =>
        route.Contains("/filings", StringComparison.Ordinal) || route.Contains("/identity-codes", StringComparison.Ordinal) || route.Contains("/enterprises", StringComparison.Ordinal);

    /// <summary>The route of this organization's own thing: every parameter filled in.</summary>
    public string PathOf(string pattern) => Parameter().Replace(pattern, match => match.Groups["name"].Value switch
    {
        "gin" => Gin,
        "line" => "1",
        "upload" => Upload,
        "ticket" => Ticket,
        "card" => Card,
        "barcode" => Barcode,
        "idNumber" => IdNumber,
        "season" => GivenGin.Season.ToString(CultureInfo.InvariantCulture),
        "region" => Regiment,
        "userName" => VerifierName,
        "job" => Job,
        "usci" => Enterprise,
        "batch" => Batch,
        "code" => Code,
        "number" => "1",
        "item" => pattern.Contains("{batch}", StringComparison.Ordinal) ? "batch" : "zones",
        "product" => ProductFiling,
        "stage" => "grafting",
        "sha256" => Attachment,
        "form" => "plot",
        "id" => IdIn(pattern),
        var name => throw new InvalidOperationException($"AccessWorld.PathOf does not know what {{{name}}} of {pattern} is here."),
    });

    private string IdIn(string pattern) => pattern[..pattern.IndexOf("/{id}", StringComparison.Ordinal)].Split('/')[^1] switch
    {
        "growers" => Grower,
        "filings" => Filing,
        "zones" => Zone,
        "plots" => PlotOfZone,
        "products" => Product,
        "records" => Record,
        "code-allocations" => CodeAllocation,
        "code-ranges" => CodeRange,
        "inputs" => Input,
        "input-lots" => InputLot,
        "site-records" => SiteRecord,
        "sensors" => sensor!.Id,
        "traces" => Card,
        _ => Unit,
    };

    private async Task Fill()
    {
        var collector = await own.Line();
        await other.Line();
        Ticket = await own.Ticket();
        Card = (await (await own.Print(Ticket)).Read()).GetProperty("card").GetString()!;
        await (await collector.Scan(Card, 0)).ShouldBe(HttpStatus.Ok);
        Barcode = (await (await collector.Press()).Read()).GetProperty("barcode").GetString()!;
        Grower = (await own.CardView(Card)).GetProperty("grower").GetString()!;
        var verifier = await (await own.Ginner.PutAsync($"{own.Path}/verifier", new { password = "a-long-verifier-password" })).Read();
        VerifierName = verifier.GetProperty("userName").GetString()!;
        var line = await GivenOfflineLine.Create(own, 1, "VI");
        Upload = (await (await line.Upload(line.File(1, []))).Ended(own.Ginner)).GetProperty("id").GetString()!;
        (sensor, otherSensor) = (await GivenSensor.Of(farm, "rain"), await GivenSensor.Of(otherFarm, "rain"));
        await sensor.Sent(GivenSensor.Reading(app.Clock.GetUtcNow(), 1, "rain"));
        Attachment = await farm.Uploaded(SampleFile.Pdf());
        await FillSite(new("/api/v1/enterprises/" + farm.CreditCode, farm.Recorder));
        Filing = await GivenFiler.SubmittedBy(farm.Recorder);
        await FillBatch(await GivenProducer.Of(app, Enterprise));
        Job = await JobOf((await Owner(Role.Regiment))!);
    }

    private async Task FillSite(GivenSite site)
    {
        Input = (await site.Item()).GetProperty("id").GetString()!;
        InputLot = await site.Lot(Input, 10);
        SiteRecord = (await site.Draft("input-use", GivenSite.Use((InputLot, 1)))).Split('/')[^1];
    }

    private async Task FillBatch(GivenProducer producer)
    {
        await producer.GetReady();
        (Zone, ProductFiling) = (producer.Zone, producer.ProductFiling);
        PlotOfZone = await producer.AddPlot("东坡");
        Product = await producer.Add("products", new { answers = new { productName = "径山毛峰" } });
        var batch = await GivenBatch.Open(app, producer);
        Batch = batch.Number;
        Record = await batch.Add("plucking", GivenBatch.Plucking(3));
        await FillCodes(batch);
        await (await batch.Recorder.PostAsync(batch.Path + "/declarations", new { quantity = 1, unit = "kg" })).ShouldBe(HttpStatus.Created);
    }

    private async Task FillCodes(GivenBatch batch)
    {
        var given = await GivenCodes.Of(app, batch, 10);
        (CodeAllocation, Code, CodeRange) = (given.Allocation, given.Code(0), await given.Bound(0, 4));
        await (await given.Freeze(CodeRange, 0, 1)).ShouldBe(HttpStatus.Ok);
    }

    /// <summary>A job of this organization's regiment, whose file and whose error name a company of it.</summary>
    private async Task<string> JobOf(HttpClient regiment)
    {
        var me = await (await regiment.GetAsync("/api/v1/me")).Read();
        var by = new Caller(me.GetProperty("userName").GetString()!, Role.Regiment, Regiment);
        var file = new FormFile(Stream.Null, 0, 0, "file", $"{Company}.csv");
        var job = await app.Services.GetRequiredService<JobRunner>().Start<object>(
            new("test", by, "/test"),
            file,
            (work, _) =>
            {
                work.Error(2, "编码", RegionImportRefusals.CodeInvalid(Company));
                return Task.FromResult<Result<object>>(TableRefusals.Empty);
            },
            default);
        _ = await regiment.GetStringAsync($"/api/v1/jobs/{job.Value.Id}/events");
        return job.Value.Id.ToString();
    }

    private async Task<HttpClient> Organizer()
    {
        var name = $"organizer-of-{other.Regiment}";
        var made = await (await app.As(Role.Platform)).PostAsync("/api/v1/accounts", new
        {
            userName = name,
            displayName = name,
            password = "password-of-" + name,
            homeRegion = other.Regiment,
            roles = new[] { new { role = "organizer", scope = name } },
        });
        await made.ShouldBe(HttpStatus.Created);
        return await app.SignIn(name, "password-of-" + name);
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>[A-Za-z0-9]+)(:[a-z]+)?\}")]
    private static partial Regex Parameter();
}
