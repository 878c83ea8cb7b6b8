using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Suyuan.Accounts;
using Suyuan.Attachments.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.Filings.Tests;

/// <summary>
/// An enterprise that registered in a county of its own, with the regulator of that county, so that tests share one application without
/// meeting.
/// </summary>
internal sealed partial class GivenFiler
{
    public const string Filings = "/api/v1/filings";
    public const string Mobile = "13812345678";
    public const string LegalId = "11010519491231002X";
    private static int count;

    private readonly SuyuanApp app;
    private readonly int number = Interlocked.Increment(ref count);

    private GivenFiler(SuyuanApp app)
    {
        this.app = app;
        County = string.Create(CultureInfo.InvariantCulture, $"41{10 + number / 90:00}{10 + number % 90:00}");
        Code = CreditCodeOf(number);
    }

    public string Code { get; }

    public string County { get; }

    public string Name => $"信阳毛尖茶业{number}有限公司";

    public string UserName => $"filer-{number}";

    public HttpClient Recorder { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Regulator { get; private set; } = null!;

    /// <summary>The licence's scan, which an enterprise filing cannot do without.</summary>
    public string Licence { get; private set; } = "";

    public static async Task<GivenFiler> Registered(SuyuanApp app)
    {
        var given = new GivenFiler(app);
        var mobile = NewMobile();
        await (await app.Anonymous.PostAsync("/api/v1/enterprise-registrations", given.Registration(mobile, await SendCode(app, mobile))))
            .ShouldBe(HttpStatus.Created);
        given.Recorder = await app.As(Role.Recorder, given.Code);
        given.Administrator = await app.As(Role.EnterpriseAdministrator, given.Code);
        given.Regulator = await app.As(Role.Regulator, given.County);
        await given.AttachLicence(given.Recorder);
        return given;
    }

    /// <summary>Not registered yet.</summary>
    public static GivenFiler Unregistered(SuyuanApp app) => new(app);

    public Dictionary<string, object?> Registration(string mobile, string code) => new()
    {
        ["creditCode"] = Code, ["name"] = Name, ["district"] = County, ["mobile"] = mobile, ["code"] = code, ["userName"] = UserName,
        ["displayName"] = "周建国", ["password"] = "filers-own-password",
    };

    public Dictionary<string, object?> EnterpriseAnswers() => new()
    {
        ["name"] = Name, ["creditCode"] = Code, ["kind"] = "company", ["legalRepresentative"] = "周建国",
        ["legalRepresentativeId"] = LegalId, ["contact"] = "李四", ["contactMobile"] = Mobile, ["district"] = County,
        ["address"] = "信阳市浉河区董家河镇", ["businessScope"] = "茶叶种植、加工、销售",
        ["licence"] = new[] { new { sha256 = Licence, name = "licence.png" } },
        ["baseName"] = "车云山基地", ["baseAddress"] = "董家河镇车云山村", ["baseAreaMu"] = 1200,
    };

    public static Dictionary<string, object?> ProductAnswers(string name = "信阳毛尖") => new()
    {
        ["productName"] = name, ["category"] = "tea", ["variety"] = "群体种", ["specification"] = "250 g/罐", ["unit"] = "kg",
        ["origin"] = "信阳市浉河区", ["standard"] = "GB/T 22737",
    };

    public Task<HttpResponseMessage> Post(string kind, object? answers = null) => Recorder.PostAsync(Filings, new { kind, answers });

    /// <summary>A filing with the answers of its kind; tells its id.</summary>
    public async Task<string> Draft(string kind, string? product = null)
    {
        var made = await Post(kind, kind == "enterprise" ? EnterpriseAnswers() : ProductAnswers(product ?? "信阳毛尖"));
        await made.ShouldBe(HttpStatus.Created);
        return (await made.Read()).GetProperty("id").GetString()!;
    }

    /// <summary>A product filing of whoever this client works for.</summary>
    public static async Task<string> SubmittedBy(HttpClient enterprise)
    {
        var made = await enterprise.PostAsync(Filings, new { kind = "product", answers = ProductAnswers() });
        var id = (await made.Read()).GetProperty("id").GetString()!;
        await (await enterprise.PutAsync($"{Filings}/{id}/submission", new { })).ShouldBe(HttpStatus.Ok);
        return id;
    }

    public async Task<string> Submitted(string kind, string? product = null)
    {
        var id = await Draft(kind, product);
        await (await Submit(id)).ShouldBe(HttpStatus.Ok);
        return id;
    }

    public async Task<string> Issued(string kind, string? product = null)
    {
        var id = await Submitted(kind, product);
        await (await Issue(id)).ShouldBe(HttpStatus.Ok);
        return id;
    }

    public Task<HttpResponseMessage> Submit(string id, string part = "") => Recorder.PutAsync($"{Filings}/{id}{part}/submission", new { });

    public Task<HttpResponseMessage> Issue(string id, object? body = null, string part = "") =>
        Regulator.PutAsync($"{Filings}/{id}{part}/issuance", body ?? new { });

    public async Task<JsonElement> Get(string id, HttpClient? by = null) => await (await (by ?? Recorder).GetAsync($"{Filings}/{id}")).Read();

    public static async Task<List<JsonElement>> List(HttpClient by, string query = "") =>
        [.. (await (await by.GetAsync(Filings + query)).Read()).GetProperty("items").EnumerateArray()];

    public static async Task<string> SendCode(SuyuanApp app, string mobile)
    {
        await (await app.Anonymous.PostAsync("/api/v1/registrations/codes", new { mobile })).ShouldBe(HttpStatus.Accepted);
        var outbox = await (await (await app.As(Role.Platform)).GetAsync($"/api/v1/sms-outbox?mobile={mobile}")).Read();
        return SixDigits().Match(outbox.GetProperty("items")[0].GetProperty("text").GetString()!).Value;
    }

    public static string NewMobile() => string.Create(CultureInfo.InvariantCulture, $"136{Interlocked.Increment(ref mobiles):00000000}");

    private static int mobiles;

    /// <summary>Uploads the licence's scan.</summary>
    public async Task AttachLicence(HttpClient by)
    {
        using var content = new ByteArrayContent(SampleFile.Png());
        Licence = (await (await by.PostAsync("/api/v1/attachments?name=licence.png", content)).Read()).GetProperty("sha256").GetString()!;
    }

    /// <summary>A valid credit code (GB 32100) that nobody else in the run has.</summary>
    private static string CreditCodeOf(int number)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var body = string.Create(CultureInfo.InvariantCulture, $"91411500MA{number:000000}F");
        var (sum, weight) = (0, 1);
        foreach (var letter in body) (sum, weight) = (sum + Alphabet.IndexOf(letter) * weight, weight * 3 % 31);
        return body + Alphabet[(31 - sum % 31) % 31];
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
