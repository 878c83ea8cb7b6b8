using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.Enterprises.Tests;

/// <summary>An enterprise of its own, registered through the API, so that tests share one application without meeting.</summary>
internal sealed partial class GivenProducer
{
    public const string District = "330110";
    private static int count;

    private readonly SuyuanApp app;

    private GivenProducer(SuyuanApp app, string code) => (this.app, Code) = (app, code);

    public string Code { get; }

    public string Path => $"/api/v1/enterprises/{Code}";

    public HttpClient Recorder { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    /// <summary>Registered, and nothing filed.</summary>
    public static async Task<GivenProducer> Registered(SuyuanApp app)
    {
        var number = Interlocked.Increment(ref count);
        var code = CreditCodeOf(number);
        var mobile = string.Create(CultureInfo.InvariantCulture, $"137{number:00000000}");
        await (await app.Anonymous.PostAsync("/api/v1/registrations/codes", new { mobile })).ShouldBe(HttpStatus.Accepted);
        var outbox = await (await (await app.As(Role.Platform)).GetAsync($"/api/v1/sms-outbox?mobile={mobile}")).Read();
        await (await app.Anonymous.PostAsync("/api/v1/enterprise-registrations", new
        {
            creditCode = code, name = $"径山茶业{number}", district = District, mobile,
            code = SixDigits().Match(outbox.GetProperty("items")[0].GetProperty("text").GetString()!).Value,
            userName = $"producer-{number}", displayName = "周建国", password = "producers-password",
        })).ShouldBe(HttpStatus.Created);
        return await Of(app, code);
    }

    /// <summary>An enterprise that registered before.</summary>
    public static async Task<GivenProducer> Of(SuyuanApp app, string code) => new(app, code)
    {
        Recorder = await app.As(Role.Recorder, code), Administrator = await app.As(Role.EnterpriseAdministrator, code),
    };

    /// <summary>With its enterprise filing and a product filing issued.</summary>
    public static async Task<GivenProducer> Filed(SuyuanApp app)
    {
        var given = await Registered(app);
        await given.FileBoth();
        return given;
    }

    private async Task FileBoth()
    {
        await File("enterprise", "径山茶业", null);
        ProductFiling = await File("product", "径山毛峰", "tea");
    }

    /// <summary>With profile and zone: nothing keeps it from opening batches.</summary>
    public static async Task<GivenProducer> Ready(SuyuanApp app)
    {
        var given = await Registered(app);
        await given.GetReady();
        return given;
    }

    public async Task GetReady()
    {
        await FileBoth();
        await (await SaveProfile()).ShouldBe(HttpStatus.Ok);
        Zone = await Add("zones", new { answers = ZoneAnswers("一号茶园") });
    }

    public string ProductFiling { get; private set; } = "";

    public string Zone { get; private set; } = "";

    public static object ZoneAnswers(string name) => new { name, code = "A-01", areaMu = 120.5, address = "杭州市余杭区径山镇", environment = "无污染源" };

    public static object PlotAnswers(string name) => new { name, areaMu = 12.5 };

    public static object ProfileAnswers(string introduction = "高山有机茶园") => new
    {
        name = "径山茶业", kind = "company", legalRepresentative = "周建国", district = District, address = "杭州市余杭区径山镇",
        contact = "周建国", contactMobile = "13812345678", publicPhone = "0571-88612345", introduction,
    };

    public async Task<HttpResponseMessage> SaveProfile(object? answers = null)
    {
        var revision = (await (await Recorder.GetAsync(Path + "/profile")).Read()).GetProperty("revision").GetInt32();
        return await Recorder.PutAsync(Path + "/profile", new { answers = answers ?? ProfileAnswers() }, revision);
    }

    /// <summary>Adds a zone, plot or product and tells its id.</summary>
    public async Task<string> Add(string kind, object body)
    {
        var added = await Recorder.PostAsync($"{Path}/{kind}", body);
        await added.ShouldBe(HttpStatus.Created);
        return (await added.Read()).GetProperty("id").GetString()!;
    }

    public Task<string> AddPlot(string name) => Add("plots", new { zone = Zone, answers = PlotAnswers(name) });

    /// <summary>A filing that is issued, as its derived row says. How one comes about is tested where filings are.</summary>
    public async Task<string> File(string kind, string title, string? category)
    {
        var id = Guid.NewGuid().ToString("N")[..20];
        await Execute(
            """
            insert into filings (id, enterprise, enterprise_name, province, prefecture, county, kind, state, title, category, certificate,
                valid_from, valid_to, created_at, revision, changed_at, grams)
            values ($1, $2, '', '33', '3301', '330110', $3, 'issued', $4, $5, $1, '2020-01-01', '2099-12-31', now(), 3, now(), '{}')
            """,
            id, Code, kind, title, category);
        return id;
    }

    public Task Revoke(string filing) => Execute("update filings set state = 'revoked' where id = $1", filing);

    public async Task Execute(string sql, params object?[] arguments)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.Add(new() { Value = argument ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync();
    }

    public static IEnumerable<JsonElement> Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    /// <summary>A valid credit code (GB 32100) that nobody else in the run has.</summary>
    private static string CreditCodeOf(int number)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var serial = string.Create(CultureInfo.InvariantCulture, $"MB{number:000000}");
        var organisation = 11 - serial.Select((letter, i) => (char.IsDigit(letter) ? letter - '0' : letter - 'A' + 10) * weights[i]).Sum() % 11;
        var body = "91330110" + serial + (organisation switch { 10 => "X", 11 => "0", _ => $"{organisation}" });
        var (sum, weight) = (0, 1);
        foreach (var letter in body) (sum, weight) = (sum + Alphabet.IndexOf(letter) * weight, weight * 3 % 31);
        return body + Alphabet[(31 - sum % 31) % 31];
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
