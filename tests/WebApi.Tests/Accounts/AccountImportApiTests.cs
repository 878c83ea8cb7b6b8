using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;

namespace Suyuan.Accounts.Tests;

[Collection(AppCollection.Name)]
public sealed class AccountImportApiTests(SuyuanApp app)
{
    private const string Path = "/api/v1/accounts/imports";
    private static int regiments = 300;

    [Fact]
    public async Task A_regiment_makes_its_companies_accounts_from_a_list_and_each_signs_in_once_with_its_one_time_password_AC2()
    {
        var (regiment, code) = await Regiment();
        var answer = await Import(regiment, $"连队编码,连队名称,联系人,手机号\n{code}-001,一连,王建军,{Mobile(code, 1)}\n{code}-002,,李梅,\n");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var report = await answer.Read();
        Assert.Equal((2, 0, 0), Counts(report));
        var accounts = report.GetProperty("accounts").EnumerateArray().ToList();
        Assert.Equal(["一连", "连队002"], Texts(accounts, "name"));
        Assert.Equal(["王建军", "李梅"], Texts(accounts, "contact"));
        Assert.DoesNotContain(Mobile(code, 1), report.GetRawText(), StringComparison.Ordinal);
        Assert.EndsWith("****" + Mobile(code, 1)[7..], accounts[0].GetProperty("maskedMobile").GetString(), StringComparison.Ordinal);

        var password = accounts[0].GetProperty("oneTimePassword").GetString()!;
        var company = await app.SignIn($"{code}-001", password);
        await (await company.GetAsync("/api/v1/trace-units")).ShouldBe(403, "account/password-change-required");
        Assert.True((await (await company.GetAsync("/api/v1/me")).Read()).GetProperty("passwordChangeRequired").GetBoolean());
        await (await company.PutAsync("/api/v1/me/password", new { currentPassword = password, newPassword = "now-my-own-password" }))
            .ShouldBe(HttpStatus.NoContent);
        // Two people knew the first password, so its session stays as it was; the new one opens another.
        await (await company.GetAsync("/api/v1/trace-units")).ShouldBe(403, "account/password-change-required");
        var own = await app.SignIn($"{code}-001", "now-my-own-password");
        await (await own.GetAsync("/api/v1/trace-units")).ShouldBe(HttpStatus.Ok);
        await (await app.Anonymous.PostAsync("/api/v1/sessions", new { userName = $"{code}-001", password })).ShouldBe(401, "session/wrong-credentials");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Exported_accounts_of_companies_re_import_unchanged_though_mobiles_are_masked_AC2_SC2(string format)
    {
        var (regiment, code) = await Regiment();
        await (await Import(regiment, $"连队编码,连队名称,联系人,手机号\n{code}-001,一连,王建军,{Mobile(code, 1)}\n{code}-002,二连,李梅,\n")).Read();

        var table = await ExportedTable.Of(regiment, "/api/v1/accounts?role=company", format);
        var again = await (await ExportedTable.Import(regiment, Path, table.Content, "accounts." + format)).Read();

        Assert.Equal((0, 2, 0), Counts(again));
        Assert.DoesNotContain(table.Rows.SelectMany(row => row), cell => cell == Mobile(code, 1));
        await (await Import(regiment, $"连队编码,连队名称,手机号\n{code}-003,三连,139****0001\n")).ShouldBe(422, "table/rows-refused");
    }

    [Fact]
    public async Task The_same_list_again_makes_nothing_and_tells_no_password_AC2()
    {
        var (regiment, code) = await Regiment();
        var list = $"连队编码,连队名称,联系人,手机号\n{code}-001,一连,王建军,{Mobile(code, 1)}\n{code}-002,二连,李梅,{Mobile(code, 2)}\n";
        var first = await (await Import(regiment, list)).Read();
        var second = await (await Import(regiment, list)).Read();
        Assert.Equal((0, 2, 0), Counts(second));
        Assert.DoesNotContain("oneTimePassword", second.GetRawText(), StringComparison.Ordinal);

        var password = first.GetProperty("accounts")[1].GetProperty("oneTimePassword").GetString()!;
        _ = await app.SignIn($"{code}-002", password);
        Assert.Equal(0, await Stored(password));
        var listed = await (await regiment.GetAsync("/api/v1/accounts")).Read();
        Assert.Equal(2, listed.GetProperty("items").GetArrayLength());
        Assert.Equal("王建军", listed.GetProperty("items")[0].GetProperty("contact").GetString());
    }

    [Fact]
    public async Task A_lost_one_time_password_is_replaced_by_the_regiment_and_nobody_else_AC2()
    {
        var (regiment, code) = await Regiment();
        var (stranger, _) = await Regiment();
        var made = await (await Import(regiment, $"连队编码,连队名称\n{code}-001,一连\n")).Read();
        var lost = made.GetProperty("accounts")[0].GetProperty("oneTimePassword").GetString()!;
        var path = $"/api/v1/accounts/{code}-001/one-time-password";
        await (await stranger.PutAsync(path, new { })).ShouldBe(404, "common/not-found");
        await (await regiment.PutAsync("/api/v1/accounts/platform/one-time-password", new { })).ShouldBe(404, "common/not-found");

        var renewed = (await (await regiment.PutAsync(path, new { })).Read()).GetProperty("oneTimePassword").GetString()!;
        await (await app.Anonymous.PostAsync("/api/v1/sessions", new { userName = $"{code}-001", password = lost })).ShouldBe(401, "session/wrong-credentials");
        var company = await app.SignIn($"{code}-001", renewed);
        await (await company.GetAsync("/api/v1/trace-units")).ShouldBe(403, "account/password-change-required");
    }

    [Fact]
    public async Task A_dry_run_makes_no_account_AC2()
    {
        var (regiment, code) = await Regiment();
        var report = await (await Import(regiment, $"连队编码,连队名称\n{code}-001,一连\n", "?dryRun=true")).Read();
        Assert.Equal((1, 0, 0), Counts(report));
        Assert.DoesNotContain("oneTimePassword", report.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await (await regiment.GetAsync("/api/v1/accounts")).Read()).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("account/not-a-company", "连队编码", "{0},团,,")]
    [InlineData("account/company-not-yours", "连队编码", "08-143-001,一连,,")]
    [InlineData("account/company-unknown", "连队编码", "{0}-999,九连,,")]
    [InlineData("account/mobile-invalid", "手机号", "{0}-002,二连,,12345")]
    [InlineData("account/mobile-twice", "手机号", "{0}-002,二连,,{1}")]
    [InlineData("account/company-twice", "连队编码", "{0}-001,一连,,")]
    [InlineData("account/text-too-long", "联系人", "{0}-002,二连,一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一,")]
    public async Task What_is_wrong_is_told_by_row_column_and_code_and_keeps_all_out_AC2(string error, string column, string row)
    {
        var (regiment, code) = await Regiment();
        var bad = row.Replace("{0}", code, StringComparison.Ordinal).Replace("{1}", Mobile(code, 1), StringComparison.Ordinal);
        var list = $"连队编码,连队名称,联系人,手机号\n{code}-001,一连,,{Mobile(code, 1)}\n{bad}\n";
        var problem = await (await Import(regiment, list)).ShouldBe(422, "table/rows-refused");
        var told = Assert.Single(problem.GetProperty("rows").EnumerateArray());
        Assert.Equal((3, column, error), (
            told.GetProperty("row").GetInt32(), told.GetProperty("column").GetString(), told.GetProperty("code").GetString()));
        Assert.Empty((await (await regiment.GetAsync("/api/v1/accounts")).Read()).GetProperty("items").EnumerateArray());

        Assert.Equal((1, 0, 1), Counts(await (await Import(regiment, list, "?partial=true")).Read()));
    }

    [Fact]
    public async Task A_mobile_of_another_account_is_told_AC2()
    {
        var (regiment, code) = await Regiment();
        await (await Import(regiment, $"连队编码,连队名称,手机号\n{code}-001,一连,{Mobile(code, 1)}\n")).Read();
        var problem = await (await Import(regiment, $"连队编码,连队名称,手机号\n{code}-002,二连,{Mobile(code, 1)}\n")).ShouldBe(422, "table/rows-refused");
        Assert.Equal("account/mobile-taken", problem.GetProperty("rows")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_but_its_regiment_and_the_platform_makes_a_company_s_account_AC2()
    {
        var (_, code) = await Regiment();
        var (stranger, _) = await Regiment();
        var list = $"连队编码,连队名称\n{code}-001,一连\n";
        await (await Import(stranger, list)).ShouldBe(422, "table/rows-refused");
        await (await Import(await app.As(Role.Company, $"{code}-002"), list)).ShouldBe(403, "common/forbidden");
        await (await Import(await app.As(Role.Ginner, "65994"), list)).ShouldBe(403, "common/forbidden");
        Assert.Equal((1, 0, 0), Counts(await (await Import(await app.As(Role.Platform), list)).Read()));
    }

    private static (int Created, int Unchanged, int Refused) Counts(JsonElement report) => (
        report.GetProperty("created").GetInt32(), report.GetProperty("unchanged").GetInt32(), report.GetProperty("refused").GetInt32());

    private static string[] Texts(List<JsonElement> items, string member) => [.. items.Select(item => item.GetProperty(member).GetString()!)];

    private static string Mobile(string regiment, int number) => $"1397777{regiment[^3..]}{number}";

    private static async Task<HttpResponseMessage> Import(HttpClient client, string list, string query = "")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(list)), "file", "companies.csv" } };
        return await client.PostAsync(Path + query, form);
    }

    /// <summary>A regiment with the companies 001 and 002, and its officer.</summary>
    private async Task<(HttpClient Officer, string Code)> Regiment()
    {
        var code = $"09-{Interlocked.Increment(ref regiments)}";
        var regions = $"编码,名称\n09,第九师\n{code},团\n{code}-001,连队001\n{code}-002,连队002\n";
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(regions)), "file", "regions.csv" } };
        await (await (await app.As(Role.Platform)).PostAsync("/api/v1/regions/imports", form)).ShouldBe(HttpStatus.Ok);
        return (await app.As(Role.Regiment, code), code);
    }

    private async Task<long> Stored(string password)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select (select count(*) from grain_state where strpos(state::text, $1) > 0) + (select count(*) from grain_history where strpos(state::text, $1) > 0)");
        command.Parameters.Add(new() { Value = password });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
