using System.Globalization;
using System.Text;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.TraceUnits.Tests;

/// <summary>A regiment of its own with two companies, made through the API, so that tests share one application without meeting.</summary>
internal sealed class GivenRegiment
{
    public const int Season = 2031;
    public const string Header = "身份证号或信用代码,姓名,手机号,连队编码,年度,地块编码,地块名称,面积(亩),品种,土地性质\n";
    private static int count;
    private static int people;

    private readonly int number = Interlocked.Increment(ref count);

    private GivenRegiment(SuyuanApp app) => App = app;

    public SuyuanApp App { get; }

    public string Code => string.Create(CultureInfo.InvariantCulture, $"06-{number:000}");

    public string Company => Code + "-001";

    public string OtherCompany => Code + "-002";

    public HttpClient Officer { get; private set; } = null!;

    public HttpClient CompanyOfficer { get; private set; } = null!;

    public static async Task<GivenRegiment> Create(SuyuanApp app)
    {
        var given = new GivenRegiment(app);
        var regions = $"编码,名称\n06,第六师\n{given.Code},{given.number}团\n{given.Company},1连\n{given.OtherCompany},2连\n";
        await (await Import(await app.As(Role.Platform), "/api/v1/regions/imports", regions)).ShouldBe(HttpStatus.Ok);
        given.Officer = await app.As(Role.Regiment, given.Code);
        given.CompanyOfficer = await app.As(Role.Company, given.Company);
        return given;
    }

    /// <summary>A valid ID number that nobody else in the run has.</summary>
    public static string NewIdNumber()
    {
        var person = Interlocked.Increment(ref people);
        var body = string.Create(CultureInfo.InvariantCulture, $"650103{1950 + person / 1000}0202{person % 1000:000}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, index) => (digit - '0') * weights[index]).Sum() % 11];
    }

    /// <summary>A plot code of this regiment alone: codes are one grower's in the whole season.</summary>
    public string Plot(string name) => $"{Code}-{name}";

    public string Row(string idNumber, string plot, string area = "600", string? company = null) =>
        $"{idNumber},张三丰,13812345678,{company ?? Company},{Season},{Plot(plot)},地块,{area},新陆早61,身份地\n";

    public static async Task<HttpResponseMessage> Import(HttpClient client, string path, string csv)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "rows.csv" } };
        return await client.PostAsync(path, form);
    }

    public Task<HttpResponseMessage> ImportGrowers(string rows, string query = "") =>
        Import(Officer, "/api/v1/growers/imports" + query, Header + rows);

    /// <summary>A grower of the company with one plot; answers the grower's id.</summary>
    public async Task<string> Grower(string plot, string area = "600", string? company = null)
    {
        await (await ImportGrowers(Row(NewIdNumber(), plot, area, company))).ShouldBe(HttpStatus.Ok);
        var candidates = await (await Officer.GetAsync($"/api/v1/trace-units/candidates?season={Season}&limit=200")).Read();
        return candidates.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("plots").EnumerateArray().Any(known => known.GetProperty("code").GetString() == Plot(plot)))
            .GetProperty("grower").GetString()!;
    }

    public object Unit(string grower, string plot, string formation = "company", string name = "一组") => new
    {
        season = Season,
        formation,
        name,
        members = new[] { new { grower, plots = new[] { Plot(plot) } } },
    };

    public Task<HttpResponseMessage> Form(string grower, string plot) =>
        CompanyOfficer.PostAsync("/api/v1/trace-units", Unit(grower, plot));

    /// <summary>A pending unit of the company.</summary>
    public async Task<JsonElement> Pending(string plot)
    {
        var formed = await Form(await Grower(plot), plot);
        await formed.ShouldBe(HttpStatus.Created);
        return await formed.Read();
    }

    public async Task<string> Approved(string plot)
    {
        var path = PathOf(await Pending(plot));
        await (await Officer.PutAsync(path + "/approval", new { })).ShouldBe(HttpStatus.Ok);
        return path;
    }

    /// <summary>An organizer at home in this regiment.</summary>
    public async Task<HttpClient> Organizer()
    {
        var name = $"organizer-{Guid.NewGuid():N}"[..30];
        var made = await (await App.As(Role.Platform)).PostAsync("/api/v1/accounts", new
        {
            userName = name,
            displayName = name,
            password = "password-of-" + name,
            homeRegion = Code,
            roles = new[] { new { role = "organizer", scope = name } },
        });
        await made.ShouldBe(HttpStatus.Created);
        return await App.SignIn(name, "password-of-" + name);
    }

    public static string PathOf(JsonElement unit) => "/api/v1/trace-units/" + unit.GetProperty("id").GetString();
}
