using System.Net;
using Npgsql;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>A node that cannot hear what was recalled shows nothing any more, and all is well when the database is back (LK3).</summary>
public sealed class LookupOutageTests : IAsyncLifetime
{
    private readonly LookupApp lookup = new();

    public Task InitializeAsync()
    {
        lookup.Settings["Lookup:LongestUncheckedSeconds"] = "2";
        return lookup.InitializeAsync();
    }

    public Task DisposeAsync() => lookup.DisposeAsync();

    [Fact]
    public async Task Without_the_database_for_too_long_nothing_is_shown_and_a_page_or_a_problem_says_when_to_come_back_PB3()
    {
        var consumer = new Consumer(lookup.App.Anonymous);
        var code = await consumer.Known((await lookup.Bound(("harvest", "采收", "Harvest", 1))).Code);
        Assert.Contains("采收", await consumer.Page($"/q/{code}"), StringComparison.Ordinal);
        var database = new NpgsqlConnectionStringBuilder(lookup.Database.ConnectionString).Database!;
        await PostgresServer.Do($"alter database {database} with allow_connections false");
        try
        {
            await PostgresServer.Do($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");
            await LookupApp.Until(async () => (await consumer.Get($"/q/{code}")).StatusCode == HttpStatusCode.ServiceUnavailable);

            foreach (var path in new[] { $"/q/{code}", $"/q/{code}/records/basic", "/q/1" })
                Assert.Contains("<h1>暂时无法查询</h1>", await consumer.Page(path, status: 503), StringComparison.Ordinal);
            Assert.Contains("<h1>Please try again</h1>", await consumer.Page($"/q/{code}", "en", 503), StringComparison.Ordinal);
            using var page = await consumer.Get($"/q/{code}");
            using var json = await consumer.Get($"/api/v1/lookups/{code}");
            await json.ShouldBe(503, "common/unavailable");
            foreach (var answer in new[] { page, json }) Assert.InRange(int.Parse(answer.Headers.GetValues("Retry-After").Single(), null), 1, 60);
        }
        finally
        {
            await PostgresServer.Do($"alter database {database} with allow_connections true");
        }

        await LookupApp.Until(async () => (await consumer.Get($"/q/{code}")).StatusCode == HttpStatusCode.OK);
        Assert.Contains("采收", await consumer.Page($"/q/{code}"), StringComparison.Ordinal);
    }
}
