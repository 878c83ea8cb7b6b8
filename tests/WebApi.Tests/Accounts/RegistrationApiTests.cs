using System.Text.RegularExpressions;
using Suyuan.Common.Tests;

namespace Suyuan.Accounts.Tests;

[Collection(AppCollection.Name)]
public sealed partial class RegistrationApiTests(SuyuanApp app)
{
    private const string Registrations = "/api/v1/registrations";
    private static int mobiles;

    [Fact]
    public async Task Organizer_registers_by_mobile_and_code_and_signs_in_by_mobile_AC1()
    {
        var mobile = NewMobile();
        var code = await SendCode(mobile);

        var account = await (await Register(mobile, code)).Read();

        Assert.Equal("08-143", account.GetProperty("homeRegion").GetString());
        Assert.DoesNotContain(mobile, account.GetRawText(), StringComparison.Ordinal);
        var me = await (await (await app.SignIn(mobile, "organizers-password")).GetAsync("/api/v1/me")).Read();
        Assert.Equal("organizer", me.GetProperty("role").GetString());
        Assert.Equal(account.GetProperty("userName").GetString(), me.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Wrong_code_costs_a_try_and_five_use_it_up_AC1()
    {
        var mobile = NewMobile();
        var code = await SendCode(mobile);
        var wrong = code == "000000" ? "000001" : "000000";

        for (var left = 4; left >= 0; left--)
        {
            var problem = await (await Register(mobile, wrong)).ShouldBe(422, "registration/code-wrong");
            Assert.Equal(left.ToString(System.Globalization.CultureInfo.InvariantCulture), problem.GetProperty("arguments").GetProperty("triesLeft").GetString());
        }

        await (await Register(mobile, code)).ShouldBe(422, "registration/code-used-up");
    }

    [Fact]
    public async Task Code_works_once_and_only_for_its_mobile_AC1()
    {
        var mobile = NewMobile();
        var code = await SendCode(mobile);

        await (await Register(NewMobile(), code)).ShouldBe(422, "registration/code-expired");
        await (await Register(mobile, code)).ShouldBe(HttpStatus.Created);
        await (await Register(mobile, code)).ShouldBe(409, "account/mobile-taken");
    }

    [Fact]
    public async Task Next_code_waits_a_minute()
    {
        var mobile = NewMobile();
        await SendCode(mobile);

        var refused = await app.Anonymous.PostAsync(Registrations + "/codes", new { mobile });

        await refused.ShouldBe(429, "registration/code-too-soon");
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), null), 1, 60);
    }

    [Fact]
    public async Task Registration_refuses_before_it_spends_the_code()
    {
        var mobile = NewMobile();
        var code = await SendCode(mobile);

        await (await Register(mobile, code, new() { ["homeRegion"] = null })).ShouldBe(422, "registration/home-region-required");
        await (await Register(mobile, code, new() { ["homeRegion"] = "08" })).ShouldBe(422, "registration/home-region-required");
        await (await Register(mobile, code, new() { ["role"] = "platform" })).ShouldBe(422, "registration/role-not-open");
        await (await Register(mobile, code, new() { ["role"] = "grower" })).ShouldBe(422, "registration/person-number-required");
        await (await Register(mobile, code, new() { ["role"] = "grower", ["idNumber"] = "11010519491231002X" }))
            .ShouldBe(422, "registration/grower-unknown");
        await (await Register(mobile, code, new() { ["password"] = "1234567890" })).ShouldBe(422, "account/password-common");
        await (await Register(mobile, code)).ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task Gin_registers_once_under_its_qts_name_AC3()
    {
        var body = new { userName = "QTS65042", password = "gins-own-password", displayName = "某某棉业" };

        var account = await (await app.Anonymous.PostAsync("/api/v1/gin-registrations", body)).Read();

        Assert.Equal("qts65042", account.GetProperty("userName").GetString());
        await (await app.Anonymous.PostAsync("/api/v1/gin-registrations", body)).ShouldBe(409, "account/user-name-taken");
        await (await app.Anonymous.PostAsync("/api/v1/gin-registrations", new { userName = "gin65042", body.password, body.displayName }))
            .ShouldBe(422, "registration/not-a-gin-name");
    }

    [Fact]
    public async Task Gin_sets_its_verifier_and_only_its_own_AC3()
    {
        var gin = await app.As(Role.Ginner, "65043");

        await (await gin.PutAsync("/api/v1/gins/65043/verifier", new { password = "verifiers-password" })).ShouldBe(HttpStatus.Ok);
        await (await gin.PutAsync("/api/v1/gins/65044/verifier", new { password = "verifiers-password" })).ShouldBe(404, "common/not-found");

        var verifier = await app.SignIn("qts65043-v", "verifiers-password");
        var me = await (await verifier.GetAsync("/api/v1/me")).Read();
        Assert.Equal("ginVerifier", me.GetProperty("role").GetString());
        await (await verifier.PutAsync("/api/v1/gins/65043/verifier", new { password = "verifiers-password" })).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Only_the_platform_reads_the_outbox()
    {
        await (await (await app.As(Role.Regiment, "08-143")).GetAsync("/api/v1/sms-outbox")).ShouldBe(403, "common/forbidden");
        await (await app.Anonymous.GetAsync("/api/v1/sms-outbox")).ShouldBe(401, "common/not-signed-in");
    }

    private static string NewMobile() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"139{Interlocked.Increment(ref mobiles):00000000}");

    private async Task<string> SendCode(string mobile)
    {
        await (await app.Anonymous.PostAsync(Registrations + "/codes", new { mobile })).ShouldBe(HttpStatus.Accepted);
        var outbox = await (await (await app.As(Role.Platform)).GetAsync($"/api/v1/sms-outbox?mobile={mobile}")).Read();
        return SixDigits().Match(outbox.GetProperty("items")[0].GetProperty("text").GetString()!).Value;
    }

    private Task<HttpResponseMessage> Register(string mobile, string code, Dictionary<string, object?>? changes = null)
    {
        var body = new Dictionary<string, object?>
        {
            ["mobile"] = mobile, ["code"] = code, ["password"] = "organizers-password", ["displayName"] = "张三",
            ["role"] = "organizer", ["homeRegion"] = "08-143",
        };
        foreach (var (name, value) in changes ?? []) body[name] = value;
        return app.Anonymous.PostAsync(Registrations, body);
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
