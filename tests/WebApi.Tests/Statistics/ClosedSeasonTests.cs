using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Statistics.Tests;

/// <summary>On an application of its own, since it closes the season that everybody works in.</summary>
public sealed class ClosedSeasonTests(SuyuanApp app) : IClassFixture<SuyuanApp>
{
    [Fact]
    public async Task A_closed_season_stands_as_it_was_closed_whatever_comes_late_ST5()
    {
        var given = await GivenSeason.Create(app, seed: 7);
        await given.Happen(60);
        var gin = given.Gins[0];
        var line = await gin.Line(3);
        await (await line.Scan(await gin.Card(quotaKg: 5_000), 0)).ShouldBe(HttpStatus.Ok);
        await (await line.Press()).ShouldBe(HttpStatus.Ok);
        string[] selectors = [$"unit={gin.Unit}", $"gin={gin.Gin}", $"region={gin.Regiment}", "region=08"];
        var open = await given.Report(selectors[0]);
        Assert.False(open.GetProperty("closed").GetBoolean());

        await Close();
        var published = await Reports(given, selectors);
        Assert.Contains("\"frozenAt\":\"20", published[0], StringComparison.Ordinal);
        Assert.Equal(open.GetProperty("totals").ToString(), (await given.Report(selectors[0])).GetProperty("totals").ToString());

        // Never lost, never counted.
        await (await line.Press()).ShouldBe(HttpStatus.Ok);
        await (await line.Finish()).ShouldBe(HttpStatus.Ok);
        await (await line.Press()).ShouldBe(HttpStatus.Ok);
        await given.Import(await given.Barcodes());
        Assert.Equal(published, await Reports(given, selectors));
        Assert.Equal(2L, await Scalar("select count(*) from late_bales"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Scalar($"select recount_figures({GivenGin.Season})"));
        Assert.Contains("closed", refused.MessageText, StringComparison.Ordinal);
    }

    private async Task Close()
    {
        var platform = await app.As(Role.Platform);
        var policy = await (await platform.GetAsync($"/api/v1/seasons/{GivenGin.Season}")).Read();
        var closing = System.Text.Json.Nodes.JsonNode.Parse(policy.ToString())!;
        closing["closed"] = true;
        await (await platform.PutAsync($"/api/v1/seasons/{GivenGin.Season}", closing, policy.GetProperty("revision").GetInt32()))
            .ShouldBe(HttpStatus.Ok);
    }

    private static async Task<List<string>> Reports(GivenSeason given, IEnumerable<string> selectors)
    {
        var reports = new List<string>();
        foreach (var selector in selectors) reports.Add((await given.Report(selector)).ToString());
        return reports;
    }

    private async Task<object?> Scalar(string sql)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
