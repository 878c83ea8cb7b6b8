using Suyuan.Common.Tests;

namespace Suyuan.Accounts.Tests;

[Collection(AppCollection.Name)]
public sealed class AccountApiTests(SuyuanApp app)
{
    private const string Accounts = "/api/v1/accounts";

    [Fact]
    public async Task Regiment_makes_a_company_account_with_a_password_told_once_AC2()
    {
        var regiment = await app.As(Role.Regiment, "08-150");

        var made = await (await regiment.PostAsync(Accounts, Company("08-150-012"))).Read();

        Assert.Equal("08-150-012", made.GetProperty("userName").GetString());
        var company = await app.SignIn("08-150-012", made.GetProperty("oneTimePassword").GetString()!);
        var me = await (await company.GetAsync("/api/v1/me")).Read();
        Assert.Equal("company", me.GetProperty("role").GetString());
        await (await regiment.PostAsync(Accounts, Company("08-150-012"))).ShouldBe(409, "account/user-name-taken");
    }

    [Theory]
    [InlineData("""{"displayName":"x","roles":null}""")]
    [InlineData("""{"displayName":"x","roles":[null]}""")]
    [InlineData("""{"displayName":"x","roles":[{"role":null}]}""")]
    [InlineData("""{"displayName":null,"roles":[]}""")]
    public async Task Null_where_something_is_needed_is_400(string body) =>
        await (await (await app.As(Role.Platform)).SendRaw(HttpMethod.Post, Accounts, body)).ShouldBe(400, "common/malformed");

    [Fact]
    public async Task Regiment_makes_only_companies_of_its_own_AC5()
    {
        var regiment = await app.As(Role.Regiment, "08-150");

        await (await regiment.PostAsync(Accounts, Company("08-151-001"))).ShouldBe(404, "common/not-found");
        await (await regiment.PostAsync(Accounts, new { displayName = "x", roles = new[] { new { role = Role.Regiment, scope = "08-150" } } }))
            .ShouldBe(403, "common/forbidden");
        await (await (await app.As(Role.Company, "08-150-001")).PostAsync(Accounts, Company("08-150-002"))).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Scopes_names_and_passwords_are_checked()
    {
        var platform = await app.As(Role.Platform);

        await (await platform.PostAsync(Accounts, Company("08-150"))).ShouldBe(422, "account/scope-malformed");
        await (await platform.PostAsync(Accounts, new { userName = "no-roles", displayName = "x", roles = Array.Empty<object>() }))
            .ShouldBe(422, "account/no-roles");
        await (await platform.PostAsync(Accounts, new { displayName = "x", roles = new[] { new { role = Role.Inspector } } }))
            .ShouldBe(422, "account/user-name-required");
        await (await platform.PostAsync(Accounts, new { userName = "qts65001-v", displayName = "x", roles = new[] { new { role = Role.Inspector } } }))
            .ShouldBe(422, "account/user-name-reserved");
        await (await platform.PostAsync(Accounts, new { userName = "shorty", password = "short", displayName = "x", roles = new[] { new { role = Role.Inspector } } }))
            .ShouldBe(422, "account/password-too-short");
    }

    [Fact]
    public async Task List_shows_a_regiment_its_companies_page_by_page_AC5()
    {
        var regiment = await app.As(Role.Regiment, "08-160");
        foreach (var company in (string[])["08-160-001", "08-160-002", "08-160-003"])
            await (await regiment.PostAsync(Accounts, Company(company))).ShouldBe(HttpStatus.Created);
        await (await (await app.As(Role.Platform)).PostAsync(Accounts, Company("08-161-001"))).ShouldBe(HttpStatus.Created);

        var answer = await regiment.GetAsync($"{Accounts}?limit=2&role=company");
        var first = await answer.Read();
        var next = Assert.Single(answer.Headers.GetValues("Link"));
        var second = await (await regiment.GetAsync(next[1..next.IndexOf('>', StringComparison.Ordinal)])).Read();

        Assert.Equal(["08-160-001", "08-160-002"], first.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("userName").GetString()));
        Assert.Equal(["08-160-003"], second.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("userName").GetString()));
        Assert.False(second.TryGetProperty("nextCursor", out _));
    }

    private static object Company(string scope) => new { displayName = $"连队 {scope}", roles = new[] { new { role = Role.Company, scope } } };
}
