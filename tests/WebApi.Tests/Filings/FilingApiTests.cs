using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.Filings.Tests;

[Collection(AppCollection.Name)]
public sealed class FilingApiTests(SuyuanApp app)
{
    private const string Filings = GivenFiler.Filings;

    [Fact]
    public async Task Draft_is_saved_with_whatever_is_there_and_told_where_it_is_FL1()
    {
        var given = await GivenFiler.Registered(app);

        var made = await given.Post("product", new { productName = "信阳毛尖", unit = "bushel", colour = "green" });

        await made.ShouldBe(HttpStatus.Created);
        var filing = await made.Read();
        Assert.Equal($"{Filings}/{filing.GetProperty("id").GetString()}", made.Headers.Location!.ToString());
        Assert.Equal("\"1\"", made.Headers.ETag!.Tag);
        Assert.Equal(("draft", "product-filing", 1), (Text(filing, "state"), Text(filing, "form"), filing.GetProperty("formVersion").GetInt32()));
        Assert.Equal(7, filing.GetProperty("faultCount").GetInt32());
        Assert.Equal(given.Name, Text(filing, "enterpriseName"));
        await (await given.Regulator.GetAsync($"{Filings}/{Text(filing, "id")}")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Submission_names_every_wrong_field_and_changes_nothing_FM1()
    {
        var given = await GivenFiler.Registered(app);
        var answers = GivenFiler.ProductAnswers();
        answers["unit"] = "bushel";
        answers["gtin"] = "6901234567890";
        var id = (await (await given.Post("product", answers)).Read()).GetProperty("id").GetString()!;

        var problem = await (await given.Submit(id)).ShouldBe(422, "form/answers-invalid");

        Assert.Equal(["gtin", "unit"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.Equal("draft", Text(await given.Get(id), "state"));
    }

    [Fact]
    public async Task Edit_names_the_revision_it_was_made_on()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Draft("product");
        var body = new { answers = GivenFiler.ProductAnswers("信阳红") };

        await (await given.Recorder.PutAsync($"{Filings}/{id}", body)).ShouldBe(428, "common/if-match-required");
        await (await given.Recorder.PutAsync($"{Filings}/{id}", body, 7)).ShouldBe(412, "common/stale");
        await (await given.Recorder.PutAsync($"{Filings}/{id}", body, 1)).ShouldBe(HttpStatus.Ok);
        Assert.Equal("信阳红", Text((await given.Get(id)).GetProperty("answers"), "productName"));
    }

    [Fact]
    public async Task Creation_repeated_with_its_key_is_the_same_filing()
    {
        var given = await GivenFiler.Registered(app);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        object Body(string name) => new { kind = "product", answers = new { productName = name } };

        var first = await (await given.Recorder.SendAsync(HttpMethod.Post, Filings, Body("一"), key)).Read();
        var again = await (await given.Recorder.SendAsync(HttpMethod.Post, Filings, Body("一"), key)).Read();

        Assert.Equal(Text(first, "id"), Text(again, "id"));
        await (await given.Recorder.SendAsync(HttpMethod.Post, Filings, Body("二"), key)).ShouldBe(409, "common/idempotency-key-reused");
        Assert.Single(await GivenFiler.List(given.Recorder));
    }

    [Fact]
    public async Task Returned_filing_is_edited_submitted_again_and_issued_and_every_step_is_kept_FL2_FL3()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");

        await (await given.Regulator.PutAsync($"{Filings}/{id}/return", new { opinion = " " })).ShouldBe(422, "filing/opinion-required");
        var returned = await (await given.Regulator.PutAsync($"{Filings}/{id}/return", new { opinion = "规格不清" })).Read();
        Assert.Equal(("returned", "规格不清"), (Text(returned, "state"), Text(returned, "opinion")));
        await (await given.Recorder.PutAsync(
            $"{Filings}/{id}", new { answers = GivenFiler.ProductAnswers() }, returned.GetProperty("revision").GetInt32())).ShouldBe(HttpStatus.Ok);
        await (await given.Submit(id)).ShouldBe(HttpStatus.Ok);
        var issued = await (await given.Issue(id, new { validFrom = "2026-01-01", validTo = "2030-12-31", opinion = "同意" })).Read();

        Assert.Equal("issued", Text(issued, "state"));
        var certificate = issued.GetProperty("certificate");
        Assert.Matches($"^CP-{given.County}-20[0-9]{{2}}-[0-9]{{6}}$", Text(certificate, "number"));
        Assert.Equal(("2026-01-01", "2030-12-31"), (Text(certificate, "validFrom"), Text(certificate, "validTo")));
        Assert.Equal(
            ["submit", "return", "submit", "issue"], issued.GetProperty("steps").EnumerateArray().Select(step => Text(step, "deed")));
        Assert.Equal("同意", Text(issued.GetProperty("steps")[3], "opinion"));
        await (await given.Recorder.PutAsync($"{Filings}/{id}", new { answers = new { } }, 5)).ShouldBe(409, "filing/issued");
        var history = await (await given.Recorder.GetAsync($"{Filings}/{id}/history")).Read();
        Assert.Equal(6, history.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Submitted_filing_is_withdrawn_before_it_is_edited_or_thrown_away_FL2()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");

        await (await given.Recorder.PutAsync($"{Filings}/{id}", new { answers = new { } }, 2)).ShouldBe(409, "filing/submitted");
        await (await given.Recorder.DeleteAsync($"{Filings}/{id}")).ShouldBe(409, "filing/submitted");
        await (await given.Recorder.DeleteAsync($"{Filings}/{id}/submission")).ShouldBe(HttpStatus.Ok);
        await (await given.Issue(id)).ShouldBe(404, "common/not-found");
        await (await given.Recorder.DeleteAsync($"{Filings}/{id}")).ShouldBe(HttpStatus.NoContent);
        await (await given.Recorder.DeleteAsync($"{Filings}/{id}")).ShouldBe(HttpStatus.NoContent);

        await (await given.Recorder.GetAsync($"{Filings}/{id}")).ShouldBe(404, "common/not-found");
        Assert.Empty(await GivenFiler.List(given.Recorder));
    }

    [Fact]
    public async Task Credit_code_of_another_enterprise_is_not_filed_FL4()
    {
        var given = await GivenFiler.Registered(app);
        var answers = given.EnterpriseAnswers();
        answers["creditCode"] = "91330100799655058B";
        var id = (await (await given.Post("enterprise", answers)).Read()).GetProperty("id").GetString()!;

        var problem = await (await given.Submit(id)).ShouldBe(422, "filing/other-enterprise");

        Assert.Equal(given.Code, problem.GetProperty("arguments").GetProperty("creditCode").GetString());
    }

    [Fact]
    public async Task Personal_data_is_masked_in_every_answer_and_survives_an_edit_SC2()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Draft("enterprise");
        var shown = await given.Get(id);

        Assert.Equal("138****5678", Text(shown.GetProperty("answers"), "contactMobile"));
        var answers = JsonSerializer.Deserialize<Dictionary<string, object?>>(shown.GetProperty("answers"))!;
        answers["contact"] = "王五";
        await (await given.Recorder.PutAsync($"{Filings}/{id}", new { answers }, 1)).ShouldBe(HttpStatus.Ok);
        await (await given.Submit(id)).ShouldBe(HttpStatus.Ok);

        foreach (var path in new[] { $"{Filings}/{id}", Filings, $"{Filings}/{id}/history", $"{Filings}/{id}/editability", Filings + "?format=csv" })
        {
            var text = await given.Regulator.GetStringAsync(path);
            Assert.DoesNotContain(GivenFiler.Mobile, text, StringComparison.Ordinal);
            Assert.DoesNotContain(GivenFiler.LegalId, text, StringComparison.Ordinal);
            Assert.DoesNotContain("cipher", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Regulator_with_a_role_of_the_enterprise_decides_nothing_there_FL3()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");
        var (name, password) = await app.Account((Role.Regulator, given.County), (Role.Recorder, given.Code));
        var both = await app.SignIn(name, password);

        await (await both.PutAsync($"{Filings}/{id}/issuance", new { })).ShouldBe(403, "filing/own-enterprise");
        await (await both.PutAsync($"{Filings}/{id}/return", new { opinion = "x" })).ShouldBe(403, "filing/own-enterprise");
        var why = await (await both.GetAsync($"{Filings}/{id}/editability")).Read();
        Assert.Equal("filing/own-enterprise", Text(why.GetProperty("deeds").GetProperty("issue").GetProperty("refusals")[0], "code"));
        await (await given.Issue(id)).ShouldBe(HttpStatus.Ok);
        await (await both.PutAsync($"{Filings}/{id}/revocation", new { reason = "x" })).ShouldBe(403, "filing/own-enterprise");
    }

    [Theory]
    [InlineData("410000", true)]
    [InlineData("", true)]
    [InlineData("420000", false)]
    public async Task Regulator_of_any_district_above_decides_and_of_none_beside_FL3(string scope, bool covers)
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");
        var regulator = await app.As(Role.Regulator, scope);

        Assert.Equal(covers, (await GivenFiler.List(regulator, $"?q={given.Code}")).Count == 1);
        var issued = await regulator.PutAsync($"{Filings}/{id}/issuance", new { });
        await issued.ShouldBe(covers ? HttpStatus.Ok : 404);
    }

    [Fact]
    public async Task Platform_sees_and_does_not_decide_FL3()
    {
        var id = await (await GivenFiler.Registered(app)).Submitted("product");
        var platform = await app.As(Role.Platform);

        await (await platform.GetAsync($"{Filings}/{id}")).ShouldBe(HttpStatus.Ok);
        await (await platform.PutAsync($"{Filings}/{id}/issuance", new { })).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Revoked_filing_stays_to_be_read_and_lets_another_one_be_made_FL2_FL5()
    {
        var given = await GivenFiler.Registered(app);
        var own = await given.Issued("enterprise");
        await given.Issued("product");
        var standing = $"/api/v1/enterprises/{given.Code}/standing";
        Assert.True((await (await given.Recorder.GetAsync(standing)).Read()).GetProperty("allowed").GetBoolean());

        await (await given.Regulator.PutAsync($"{Filings}/{own}/revocation", new { reason = "" })).ShouldBe(422, "filing/reason-required");
        var revoked = await (await given.Regulator.PutAsync($"{Filings}/{own}/revocation", new { reason = "企业已停产" })).Read();

        Assert.Equal(("revoked", "企业已停产"), (Text(revoked, "state"), Text(revoked, "revokedFor")));
        await (await given.Recorder.PostAsync($"{Filings}/{own}/amendment", new { })).ShouldBe(409, "filing/revoked");
        var closed = await (await given.Recorder.GetAsync(standing)).Read();
        Assert.False(closed.GetProperty("allowed").GetBoolean());
        Assert.Equal((false, 1), (closed.GetProperty("enterpriseIssued").GetBoolean(), closed.GetProperty("productsIssued").GetInt32()));
        await given.Issued("enterprise");
        Assert.True((await (await given.Recorder.GetAsync(standing)).Read()).GetProperty("allowed").GetBoolean());
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
