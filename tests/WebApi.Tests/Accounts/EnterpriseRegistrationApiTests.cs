using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.Filings.Tests;

namespace Suyuan.Accounts.Tests;

[Collection(AppCollection.Name)]
public sealed class EnterpriseRegistrationApiTests(SuyuanApp app)
{
    private const string Registrations = "/api/v1/enterprise-registrations";

    [Fact]
    public async Task Enterprise_registers_and_its_first_account_records_and_administers_FL1()
    {
        var given = await GivenFiler.Registered(app);
        var client = await app.SignIn(given.UserName, "filers-own-password");

        var enterprise = await (await client.GetAsync($"/api/v1/enterprises/{given.Code}")).Read();

        Assert.Equal((given.Name, given.County), (enterprise.GetProperty("name").GetString(), enterprise.GetProperty("district").GetString()));
        var me = await (await client.GetAsync("/api/v1/me")).Read();
        Assert.Equal("recorder", me.GetProperty("role").GetString());
        Assert.Equal(
            [("recorder", given.Code), ("enterpriseAdministrator", given.Code)],
            me.GetProperty("roles").EnumerateArray().Select(role => (role.GetProperty("role").GetString()!, role.GetProperty("scope").GetString()!)));
    }

    /// <summary>步骤2：在追溯管理系统内右上方切换角色。</summary>
    [Fact]
    public async Task Roles_are_switched_in_the_upper_right_corner_and_rights_with_them()
    {
        var given = await GivenFiler.Registered(app);
        var client = await app.SignIn(given.UserName, "filers-own-password");
        await (await client.GetAsync("/api/v1/accounts")).ShouldBe(403, "common/forbidden");

        await (await client.PutAsync("/api/v1/sessions/current/role", new { role = "enterpriseAdministrator" })).ShouldBe(HttpStatus.Ok);
        Assert.Equal("enterpriseAdministrator", (await (await client.GetAsync("/api/v1/me")).Read()).GetProperty("role").GetString());
        await (await client.GetAsync("/api/v1/accounts")).ShouldBe(HttpStatus.Ok);

        await (await client.PutAsync("/api/v1/sessions/current/role", new { role = "recorder", scope = given.Code })).ShouldBe(HttpStatus.Ok);
        await (await client.GetAsync("/api/v1/accounts")).ShouldBe(403, "common/forbidden");
        await (await client.PutAsync("/api/v1/sessions/current/role", new { role = "recorder", scope = "91330100799655058B" }))
            .ShouldBe(403, "account/role-not-held");
        await (await client.PutAsync("/api/v1/sessions/current/role", new { role = "regulator" })).ShouldBe(403, "account/role-not-held");
    }

    [Theory]
    [InlineData("creditCode", "91330100799655058C")]
    [InlineData("creditCode", "11010519491231002X")]
    [InlineData("district", "990000")]
    [InlineData("district", "08-143")]
    [InlineData("mobile", "23812345678")]
    [InlineData("code", "12345")]
    [InlineData("userName", "a b")]
    [InlineData("name", "")]
    [InlineData("name", null)]
    [InlineData("password", "")]
    public async Task What_does_not_parse_is_400_and_named(string member, string? value)
    {
        var body = GivenFiler.Unregistered(app).Registration(GivenFiler.NewMobile(), "123456");
        body[member] = value;

        var problem = await (await Register(body)).ShouldBe(400, "common/malformed");

        Assert.EndsWith(member, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Registration_refuses_before_it_spends_the_code_FL1()
    {
        var given = GivenFiler.Unregistered(app);
        var mobile = GivenFiler.NewMobile();
        var body = given.Registration(mobile, await GivenFiler.SendCode(app, mobile));

        await (await Register(With(body, "name", "\u3000"))).ShouldBe(422, "enterprise/name-invalid");
        await (await Register(With(body, "password", "short"))).ShouldBe(422, "account/password-too-short");
        await (await Register(With(body, "password", "1234567890"))).ShouldBe(422, "account/password-common");
        await (await Register(With(body, "password", new string('x', 200)))).ShouldBe(422, "account/password-too-long");
        await (await Register(With(body, "userName", "qts65001"))).ShouldBe(422, "account/user-name-reserved");
        await (await Register(With(body, "userName", "platform"))).ShouldBe(422, "account/user-name-reserved");
        await (await Register(With(body, "userName", "91330100799655058B"))).ShouldBe(422, "account/user-name-reserved");
        var (right, wrong) = ((string)body["code"]!, (string)body["code"]! == "000000" ? "000001" : "000000");
        await (await Register(With(body, "code", wrong))).ShouldBe(422, "registration/code-wrong");
        await (await Register(With(body, "code", right))).ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task Codes_run_out_and_mobiles_and_enterprises_register_once_FL1()
    {
        var given = GivenFiler.Unregistered(app);
        var mobile = GivenFiler.NewMobile();
        var body = given.Registration(mobile, await GivenFiler.SendCode(app, mobile));
        await (await Register(body)).ShouldBe(HttpStatus.Created);

        await (await Register(body)).ShouldBe(409, "account/mobile-taken");
        var other = GivenFiler.NewMobile();
        var otherBody = With(With(body, "mobile", other), "code", await GivenFiler.SendCode(app, other));
        await (await Register(otherBody)).ShouldBe(409, "enterprise/registered-already");

        var next = GivenFiler.Unregistered(app).Registration(other, (string)otherBody["code"]!);
        for (var i = 0; i < 5; i++)
            await (await Register(With(next, "code", (string)next["code"]! == "000000" ? "000001" : "000000"))).ShouldBe(422, "registration/code-wrong");
        await (await Register(next)).ShouldBe(422, "registration/code-used-up");
        await (await Register(With(next, "mobile", GivenFiler.NewMobile()))).ShouldBe(422, "registration/code-expired");
    }

    [Fact]
    public async Task Name_that_is_taken_leaves_no_enterprise_behind_FL1()
    {
        var first = await GivenFiler.Registered(app);
        var given = GivenFiler.Unregistered(app);
        var mobile = GivenFiler.NewMobile();
        var body = given.Registration(mobile, await GivenFiler.SendCode(app, mobile));

        await (await Register(With(body, "userName", first.UserName))).ShouldBe(409, "account/user-name-taken");

        await (await (await app.As(Role.Platform)).GetAsync($"/api/v1/enterprises/{given.Code}")).ShouldBe(404, "common/not-found");
    }

    /// <summary>The node died after the enterprise was written and before its account was: the record is there, the account is not.</summary>
    [Fact]
    public async Task Registration_that_a_crash_cut_in_two_is_said_again_and_is_whole_RL1()
    {
        var given = GivenFiler.Unregistered(app);
        var mobile = GivenFiler.NewMobile();
        await using (var write = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            select write_grain_state('enterprise', 'enterprise-' || $1, null, jsonb_build_object('state', jsonb_build_object(
                'revision', 1, 'name', 'half', 'district', $2, 'registeredAt', now(), 'registeredBy', $3)))
            """))
        {
            foreach (var value in new[] { given.Code, given.County, app.Services.GetRequiredService<IPersonalData>().Hash(mobile) })
                write.Parameters.Add(new() { Value = value });
            await write.ExecuteNonQueryAsync();
        }

        var stranger = GivenFiler.NewMobile();
        await (await Register(given.Registration(stranger, await GivenFiler.SendCode(app, stranger)))).ShouldBe(409, "enterprise/registered-already");
        await (await Register(given.Registration(mobile, await GivenFiler.SendCode(app, mobile)))).ShouldBe(HttpStatus.Created);

        var client = await app.SignIn(given.UserName, "filers-own-password");
        var enterprise = await (await client.GetAsync($"/api/v1/enterprises/{given.Code}")).Read();
        Assert.Equal(given.Name, enterprise.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Sixteen_mobiles_that_register_one_enterprise_at_once_make_one_of_it_RL3()
    {
        var given = GivenFiler.Unregistered(app);
        var bodies = new List<Dictionary<string, object?>>();
        for (var i = 0; i < 16; i++)
        {
            var mobile = GivenFiler.NewMobile();
            bodies.Add(With(given.Registration(mobile, await GivenFiler.SendCode(app, mobile)), "userName", $"{given.UserName}-{i}"));
        }

        var answers = await Task.WhenAll(bodies.Select(Register));

        Assert.Single(answers, answer => (int)answer.StatusCode == HttpStatus.Created);
        foreach (var loser in answers.Where(answer => (int)answer.StatusCode != HttpStatus.Created))
            await loser.ShouldBe(409, "enterprise/registered-already");
    }

    private Task<HttpResponseMessage> Register(Dictionary<string, object?> body) => app.Anonymous.PostAsync(Registrations, body);

    private static Dictionary<string, object?> With(Dictionary<string, object?> body, string member, object? value) => new(body) { [member] = value };
}
