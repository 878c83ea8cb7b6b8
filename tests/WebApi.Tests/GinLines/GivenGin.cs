using System.Globalization;
using System.Text;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.Seasons;

namespace Suyuan.GinLines.Tests;

/// <summary>
/// A company with growers, an approved unit and a gin, all made through the API. Each has a region and a gin code of its own, so that
/// tests share one application without meeting.
/// </summary>
internal sealed class GivenGin
{
    private static int count;
    private readonly TestApp app;
    private readonly int number = Interlocked.Increment(ref count);
    private int tickets;

    private GivenGin(TestApp app) => this.app = app;

    public string Gin => string.Create(CultureInfo.InvariantCulture, $"65{number:000}");

    public string Regiment => string.Create(CultureInfo.InvariantCulture, $"08-{number:000}");

    public string Company => $"{Regiment}-001";

    public string UnitName => $"单元{number}";

    public static int Season => SeasonYear.Of(DateTimeOffset.UtcNow).Value;

    public HttpClient Ginner { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    public HttpClient CompanyOfficer { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    public string Path => $"/api/v1/gins/{Gin}";

    public static async Task<GivenGin> Create(TestApp app, int growers = 1)
    {
        var given = new GivenGin(app);
        await given.Import("/api/v1/regions/imports", $"编码,名称\n08,第八师\n{given.Regiment},{given.number}团\n{given.Company},1连\n");
        given.Ginner = await app.As(Role.Ginner, given.Gin);
        given.Officer = await app.As(Role.Regiment, given.Regiment);
        given.CompanyOfficer = await app.As(Role.Company, given.Company);
        await given.ImportGrowers(growers);
        given.Unit = await given.Form(Enumerable.Range(1, growers));
        await (await given.Officer.PutAsync($"/api/v1/trace-units/{given.Unit}/approval", new { })).ShouldBe(HttpStatus.Ok);
        return given;
    }

    public string IdNumber(int grower)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"650105{1950 + grower % 50}0101{number % 1000:000}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, index) => (digit - '0') * weights[index]).Sum() % 11];
    }

    public string Plot(int grower) => $"{Company}-P{grower}";

    public async Task<string> Form(IEnumerable<int> growers)
    {
        var candidates = await Candidates();
        var formed = await CompanyOfficer.PostAsync("/api/v1/trace-units", new
        {
            season = Season,
            formation = "company",
            name = UnitName,
            members = growers.Select(grower => new { grower = candidates[Plot(grower)], plots = new[] { Plot(grower) } }),
        });
        return (await formed.Read()).GetProperty("id").GetString()!;
    }

    /// <summary>A complete ticket whose quota is the given one; gross only without a quota.</summary>
    public async Task<string> Ticket(decimal? quotaKg = 1_000, int grower = 1, DateTimeOffset? grossAt = null)
    {
        var ticket = $"T{Interlocked.Increment(ref tickets)}";
        await (await PutTicket(ticket, quotaKg, grower, grossAt)).ShouldBe(HttpStatus.Ok);
        return ticket;
    }

    public Task<HttpResponseMessage> PutTicket(string ticket, decimal? quotaKg, int grower = 1, DateTimeOffset? grossAt = null) =>
        Ginner.PutAsync($"{Path}/weigh-tickets/{ticket}", new
        {
            idNumber = IdNumber(grower),
            plots = new[] { Plot(grower) },
            grossKg = 12_000,
            grossAt = grossAt ?? DateTimeOffset.UtcNow.AddMinutes(-30),
            tareKg = quotaKg is null ? (decimal?)null : 9_500,
            quotaKg,
            filmCount = 2,
        });

    public Task<HttpResponseMessage> Print(string ticket, string? printId = null) =>
        Ginner.PostAsync($"{Path}/trace-cards", new { printId = printId ?? $"print-{ticket}", ticket, moduleType = "round" });

    /// <summary>A printed card.</summary>
    public async Task<string> Card(decimal? quotaKg = 1_000, int grower = 1) =>
        (await (await Print(await Ticket(quotaKg, grower))).Read()).GetProperty("card").GetString()!;

    public async Task<JsonElement> CardView(string card) => await (await Ginner.GetAsync($"{Path}/trace-cards/{card}")).Read();

    public async Task<JsonElement> UnitView() => await (await Officer.GetAsync($"/api/v1/trace-units/{Unit}")).Read();

    /// <summary>A registered line and its collector.</summary>
    public async Task<GivenCollector> Line(int line = 1, string model = "VI")
    {
        await (await Ginner.PutAsync($"{Path}/lines/{line}", new { model })).ShouldBe(HttpStatus.Ok);
        var issued = await (await Ginner.PostAsync($"{Path}/lines/{line}/device-keys", new { })).Read();
        return new(app.WithDeviceKey(issued.GetProperty("key").GetString()!), Gin, line);
    }

    public async Task<JsonElement> Import(string path, string csv, Role role = Role.Platform, string scope = "")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "rows.csv" } };
        return await (await (await app.As(role, scope)).PostAsync(path, form)).Read();
    }

    private async Task ImportGrowers(int growers)
    {
        var rows = new StringBuilder("身份证号或信用代码,姓名,手机号,连队编码,年度,地块编码,地块名称,面积(亩),品种,土地性质\n");
        for (var grower = 1; grower <= growers; grower++)
            rows.Append(CultureInfo.InvariantCulture, $"{IdNumber(grower)},种植{grower},139{number:0000}{grower:0000},{Company},{Season},{Plot(grower)},地块{grower},600,新陆早50号,身份地\n");
        await Import("/api/v1/growers/imports", rows.ToString());
    }

    private async Task<Dictionary<string, string>> Candidates()
    {
        var page = await (await CompanyOfficer.GetAsync($"/api/v1/trace-units/candidates?season={Season}&limit=200")).Read();
        return page.GetProperty("items").EnumerateArray()
            .SelectMany(grower => grower.GetProperty("plots").EnumerateArray()
                .Select(plot => (Plot: plot.GetProperty("code").GetString()!, Grower: CandidateId(grower))))
            .ToDictionary(pair => pair.Plot, pair => pair.Grower);
    }

    private static string CandidateId(JsonElement grower) =>
        (grower.TryGetProperty("grower", out var id) ? id : grower.GetProperty("id")).GetString()!;
}
