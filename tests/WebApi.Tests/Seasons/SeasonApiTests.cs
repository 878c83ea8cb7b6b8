using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.TraceUnits.Tests;

namespace Suyuan.Seasons.Tests;

[Collection(AppCollection.Name)]
public sealed class SeasonApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Season_answers_its_defaults_and_takes_what_the_platform_puts_RG3()
    {
        var platform = await app.As(Role.Platform);
        var defaults = await platform.GetAsync("/api/v1/seasons/2051");
        Assert.Equal("\"0\"", defaults.Headers.ETag!.Tag);
        var policy = await defaults.Read();
        Assert.Equal(500, policy.GetProperty("minimumAreaMu").GetProperty("company").GetDecimal());
        Assert.Equal(20, policy.GetProperty("queueLimits").GetProperty("six").GetInt32());

        await (await platform.PutAsync("/api/v1/seasons/2051", policy)).ShouldBe(428, "common/if-match-required");
        var put = await (await platform.PutAsync("/api/v1/seasons/2051", new { minimumAreaMu = new { company = 300 } }, 0)).Read();

        Assert.Equal((300m, 500m, 1),
            (put.GetProperty("minimumAreaMu").GetProperty("company").GetDecimal(), put.GetProperty("minimumAreaMu").GetProperty("free").GetDecimal(),
                put.GetProperty("revision").GetInt32()));
        await (await platform.PutAsync("/api/v1/seasons/2051", put, 0)).ShouldBe(412, "common/stale");
        await (await platform.PutAsync("/api/v1/seasons/2051", put, 1)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task Closed_season_takes_no_change_and_no_unit_RG3()
    {
        var platform = await app.As(Role.Platform);
        await (await platform.PutAsync("/api/v1/seasons/2052", new { closed = true }, 0)).ShouldBe(HttpStatus.Ok);

        await (await platform.PutAsync("/api/v1/seasons/2052", new { closed = false }, 1)).ShouldBe(409, "season/closed");
        var given = await GivenRegiment.Create(app);
        var row = $"{GivenRegiment.NewIdNumber()},张三,13812345678,{given.Company},2052,A1,地块,600,新陆早61,身份地\n";
        var problem = await (await given.ImportGrowers(row)).ShouldBe(422, "table/rows-refused");
        Assert.Equal("season/closed", problem.GetProperty("rows")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Forming_after_the_deadline_is_refused_TU10()
    {
        var platform = await app.As(Role.Platform);
        await (await platform.PutAsync("/api/v1/seasons/2053", new { formingDeadline = "2020-08-31" }, 0)).ShouldBe(HttpStatus.Ok);
        var given = await GivenRegiment.Create(app);
        var grower = await given.Grower("A1");

        var formed = await given.CompanyOfficer.PostAsync("/api/v1/trace-units",
            new { season = 2053, formation = "company", name = "迟到", members = new[] { new { grower, plots = new[] { given.Plot("A1") } } } });

        await formed.ShouldBe(409, "season/forming-closed");
    }

    [Theory]
    [InlineData("""{"minimumAreaMu":{"company":-1}}""", 422, "season/out-of-range")]
    [InlineData("""{"queueLimits":{"six":0}}""", 422, "season/out-of-range")]
    [InlineData("""{"premium":{"micronaireLevels":["B"]}}""", 422, "season/unknown-micronaire-level")]
    [InlineData("""{"premium":{"micronaireLevels":[null]}}""", 400, "common/malformed")]
    [InlineData("""{"premium":{"micronaireLevels":null}}""", 400, "common/malformed")]
    [InlineData("""{"premium":null}""", 400, "common/malformed")]
    [InlineData("""{"formingDeadline":"2026-02-30"}""", 400, "common/malformed")]
    [InlineData("""{"kilogramsPerBale":"227"}""", 400, "common/malformed")]
    [InlineData("""{"minimumAreaMu":{"company":500.001}}""", 400, "common/malformed")]
    [InlineData("[]", 400, "common/malformed")]
    public async Task Policy_that_cannot_be_meant_is_refused_RG3(string body, int status, string code)
    {
        var platform = await app.As(Role.Platform);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/seasons/2054")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");

        await (await platform.SendAsync(request)).ShouldBe(status, code);
        Assert.Equal(0, (await (await platform.GetAsync("/api/v1/seasons/2054")).Read()).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Everybody_signed_in_reads_and_the_platform_alone_writes_RG3()
    {
        var regiment = await app.As(Role.Regiment, "06-999");

        await (await regiment.GetAsync("/api/v1/seasons/2055")).ShouldBe(HttpStatus.Ok);
        await (await regiment.PutAsync("/api/v1/seasons/2055", new { }, 0)).ShouldBe(403, "common/forbidden");
        await (await app.Anonymous.GetAsync("/api/v1/seasons/2055")).ShouldBe(401, "common/not-signed-in");
        await (await regiment.GetAsync("/api/v1/seasons/1899")).ShouldBe(400, "common/malformed-parameter");
    }
}
