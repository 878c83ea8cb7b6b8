using Suyuan.Common.Tests;
using Suyuan.Filings.Tests;

namespace Suyuan.Accounts.Tests;

[Collection(AppCollection.Name)]
public sealed class EnterpriseAccountApiTests(SuyuanApp app)
{
    private const string Accounts = "/api/v1/accounts";

    [Fact]
    public async Task Administrator_makes_a_recorder_with_a_password_told_once_and_to_be_changed_FL1()
    {
        var given = await GivenFiler.Registered(app);
        var name = $"recorder-of-{given.UserName}";

        var made = await (await given.Administrator.PostAsync(Accounts, Account(given, name, Role.Recorder))).Read();

        var recorder = await app.SignIn(name, made.GetProperty("oneTimePassword").GetString()!);
        await (await recorder.GetAsync(GivenFiler.Filings)).ShouldBe(403, "account/password-change-required");
        await (await recorder.PutAsync("/api/v1/me/password", new
        {
            currentPassword = made.GetProperty("oneTimePassword").GetString(), newPassword = "recorders-own-password",
        })).ShouldBe(HttpStatus.NoContent);
        recorder = await app.SignIn(name, "recorders-own-password");
        await (await recorder.PostAsync(GivenFiler.Filings, new { kind = "product" })).ShouldBe(HttpStatus.Created);
        await (await given.Administrator.PostAsync(Accounts, Account(given, name, Role.Recorder))).ShouldBe(409, "account/user-name-taken");
    }

    [Fact]
    public async Task Administrator_makes_nobody_of_another_enterprise_and_no_other_role_FL1()
    {
        var (given, other) = (await GivenFiler.Registered(app), await GivenFiler.Registered(app));
        object Body(Role role, string scope) => new { userName = "never-made", displayName = "x", roles = new[] { new { role, scope } } };

        await (await given.Administrator.PostAsync(Accounts, Body(Role.Recorder, other.Code))).ShouldBe(404, "common/not-found");
        await (await given.Administrator.PostAsync(Accounts, Body(Role.Regulator, given.County))).ShouldBe(403, "common/forbidden");
        await (await given.Administrator.PostAsync(Accounts, Body(Role.Platform, ""))).ShouldBe(403, "common/forbidden");
        await (await given.Recorder.PostAsync(Accounts, Body(Role.Recorder, given.Code))).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Administrator_lists_the_accounts_of_the_enterprise_and_only_their_roles_in_it_FL1()
    {
        var (given, other) = (await GivenFiler.Registered(app), await GivenFiler.Registered(app));
        var (both, _) = await app.Account((Role.Recorder, given.Code), (Role.Recorder, other.Code), (Role.Regulator, "420000"));

        var items = (await (await given.Administrator.GetAsync(Accounts + "?limit=200")).Read()).GetProperty("items");

        var names = items.EnumerateArray().Select(item => item.GetProperty("userName").GetString()).ToList();
        Assert.Contains(given.UserName, names);
        Assert.Contains(both, names);
        Assert.DoesNotContain(other.UserName, names);
        Assert.All(items.EnumerateArray(), item => Assert.All(
            item.GetProperty("roles").EnumerateArray(), role => Assert.Equal(given.Code, role.GetProperty("scope").GetString())));
    }

    [Fact]
    public async Task Administrator_replaces_a_lost_password_of_the_enterprise_s_people_alone_FL1()
    {
        var (given, other) = (await GivenFiler.Registered(app), await GivenFiler.Registered(app));
        var (regulator, _) = await app.Account((Role.Recorder, given.Code), (Role.Regulator, "420000"));
        Task<HttpResponseMessage> Renew(string name) => given.Administrator.PutAsync($"{Accounts}/{name}/one-time-password", new { });

        var renewed = await (await Renew(given.UserName)).Read();

        await (await (await app.SignIn(given.UserName, renewed.GetProperty("oneTimePassword").GetString()!)).GetAsync("/api/v1/me")).ShouldBe(HttpStatus.Ok);
        await (await Renew(other.UserName)).ShouldBe(404, "common/not-found");
        await (await Renew(regulator)).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Platform_makes_regulators_of_a_district_FL3()
    {
        var platform = await app.As(Role.Platform);
        object Body(string scope) => new { userName = $"gov-{scope}", displayName = "农业农村局", roles = new[] { new { role = Role.Regulator, scope } } };

        await (await platform.PostAsync(Accounts, Body("411500"))).ShouldBe(HttpStatus.Created);
        await (await platform.PostAsync(Accounts, Body("991500"))).ShouldBe(422, "account/scope-malformed");
        await (await platform.PostAsync(Accounts, Body("4115"))).ShouldBe(422, "account/scope-malformed");
    }

    private static object Account(GivenFiler given, string name, Role role) => new
    {
        userName = name, displayName = "李四", roles = new[] { new { role, scope = given.Code } },
    };
}
