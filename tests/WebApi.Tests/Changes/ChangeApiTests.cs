using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.IdentityCodes.Tests;

namespace Suyuan.Changes.Tests;

[Collection(AppCollection.Name)]
public sealed class ChangeApiTests(SuyuanApp app)
{
    private const string Path = "/api/v1/changes";
    private static int regions;

    private NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task What_commits_out_of_order_is_never_left_out()
    {
        var platform = await app.As(Role.Platform);
        var start = await End(platform);
        await using var first = await Database.OpenConnectionAsync();
        await using var held = await first.BeginTransactionAsync();
        var early = await PutRegion(first);
        await using var second = await Database.OpenConnectionAsync();
        var late = await PutRegion(second);

        // The later one is committed, and would be read now by a cursor that the earlier one never passes again.
        var while_held = await Read(platform, start);
        Assert.Empty(Ids(while_held));
        await using var third = await Database.OpenConnectionAsync();
        await using var heldToo = await third.BeginTransactionAsync();
        var last = await PutRegion(third);
        await held.CommitAsync();
        var (between, next) = await ReadUntil(platform, Next(while_held), late);
        await heldToo.CommitAsync();
        var (after, _) = await ReadUntil(platform, next, last);

        Assert.Equal([early, late], between);
        Assert.Equal([last], after);
    }

    [Fact]
    public async Task A_transaction_that_comes_to_nothing_holds_nothing_up()
    {
        var platform = await app.As(Role.Platform);
        var start = await End(platform);
        await using (var connection = await Database.OpenConnectionAsync())
        {
            await using var lost = await connection.BeginTransactionAsync();
            await PutRegion(connection);
            await lost.RollbackAsync();
        }

        await using var second = await Database.OpenConnectionAsync();
        var kept = await PutRegion(second);
        var (seen, _) = await ReadUntil(platform, start, kept);
        Assert.Equal([kept], seen);
    }

    [Fact]
    public async Task A_gin_and_a_regiment_read_of_their_own_and_every_address_answers_AC5()
    {
        var platform = await app.As(Role.Platform);
        var start = await End(platform, kind: "");
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card();
        await (await collector.Scan(card, 0)).ShouldBe(HttpStatus.Ok);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);

        var gin = await ReadAll(given.Ginner, start, "ginLine");
        var regiment = await ReadAll(given.Officer, start, "weighTicket");

        Assert.Equal(["weighTicket", "traceCard", "ginLine"], Kinds(gin));
        Assert.Equal(["grower", "traceUnit", "weighTicket"], Kinds(regiment));
        Assert.Equal(card, gin.Single(change => Kind(change) == "traceCard").GetProperty("id").GetString());
        Assert.Equal((await collector.View()).GetProperty("revision").GetInt32(), gin[^1].GetProperty("version").GetInt32());
        foreach (var change in gin) await (await given.Ginner.GetAsync(change.GetProperty("href").GetString())).ShouldBe(HttpStatus.Ok);
        foreach (var change in regiment) await (await given.Officer.GetAsync(change.GetProperty("href").GetString())).ShouldBe(HttpStatus.Ok);
        Assert.DoesNotContain(given.IdNumber(1), string.Concat(regiment.Select(change => change.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enterprise_reads_of_its_own_and_every_address_answers()
    {
        var platform = await app.As(Role.Platform);
        var start = await End(platform, kind: "");
        var (given, neighbour) = (await GivenCodes.Create(app, 10), await GivenCodes.Create(app, 10));
        await neighbour.Bound(0, 1);
        await given.Bound(0, 4);
        await (await given.Administrator.PutAsync(given.Batch.Path + "/publication/items/batch", new { })).ShouldBe(HttpStatus.Ok);

        var seen = await ReadAll(given.Recorder, start, "publication");

        foreach (var kind in new[] { "enterprise", "productionZone", "batch", "codeAllocation", "codeRange", "publication" })
            Assert.Contains(kind, Kinds(seen));
        foreach (var change in seen)
            await (await given.Recorder.GetAsync(change.GetProperty("href").GetString())).ShouldBe(HttpStatus.Ok);
        var others = (await ReadAll(neighbour.Recorder, start, "codeRange")).Select(Href).ToHashSet();
        Assert.DoesNotContain(seen.Select(Href), others.Contains);
    }

    [Fact]
    public async Task Pages_of_one_give_what_one_page_gives()
    {
        var platform = await app.As(Role.Platform);
        var start = await End(platform);
        await using var connection = await Database.OpenConnectionAsync();
        for (var region = 0; region < 3; region++) await PutRegion(connection);
        var whole = await ReadUntil(platform, start, await PutRegion(connection));

        var (cursor, walked) = (start, new List<string>());
        for (var more = true; more;)
        {
            var page = await (await platform.GetAsync($"{Path}?kind=region&limit=1&after={cursor}")).Read();
            walked.AddRange(Ids(page));
            (cursor, more) = (Next(page), page.GetProperty("more").GetBoolean());
        }

        Assert.Equal(whole.Ids, walked);
        Assert.Empty(Ids(await Read(platform, cursor)));
    }

    [Theory]
    [InlineData("?after=zzz", "after")]
    [InlineData("?wait=26", "wait")]
    [InlineData("?kind=session", "kind")]
    public async Task A_malformed_question_is_named(string query, string parameter)
    {
        var problem = await (await (await app.As(Role.Platform)).GetAsync(Path + query)).ShouldBe(400, "common/malformed-parameter");
        Assert.Equal(parameter, problem.GetProperty("arguments").GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_place_that_this_database_has_not_reached_sends_the_reader_back_to_the_start()
    {
        var ahead = Cursor.Of(long.MaxValue.ToString(CultureInfo.InvariantCulture), "", "", "0");
        await (await (await app.As(Role.Platform)).GetAsync($"{Path}?after={ahead}")).ShouldBe(409, "change/cursor-unknown");
    }

    [Fact]
    public async Task After_a_restored_dump_positions_go_on_where_they_were()
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var undone = await connection.BeginTransactionAsync();
        await using var restored = new NpgsqlCommand(
            """
            insert into grain_history (kind, key, version, changed_at, hash, position)
            values ('region', 'region-from-a-dump', 1, now(), '\x00', change_clock() + 1000000) returning position
            """,
            connection);
        var newest = (long)(await restored.ExecuteScalarAsync())!;
        await using var settle = new NpgsqlCommand("call settle_change_clock()", connection);
        await settle.ExecuteNonQueryAsync();
        await using var clock = new NpgsqlCommand("select change_clock()", connection);
        Assert.True((long)(await clock.ExecuteScalarAsync())! > newest);
        await undone.RollbackAsync();
    }

    /// <summary>A version of a regiment that nobody else writes, below a division that is there already.</summary>
    private async Task<string> PutRegion(NpgsqlConnection connection)
    {
        await using var division = Database.CreateCommand(
            """select write_grain_state('region', 'region-90', null, '{"actor": null, "reason": null, "state": {"revision": 1, "name": "师"}}')""");
        await division.ExecuteNonQueryAsync();
        var code = string.Create(CultureInfo.InvariantCulture, $"90-{Interlocked.Increment(ref regions):000}");
        await using var command = new NpgsqlCommand(
            """
            select write_grain_state('region', $1, (select version from grain_state where kind = 'region' and key = $1),
                '{"actor": null, "reason": null, "state": {"revision": 1, "name": "师"}}')
            """,
            connection);
        command.Parameters.Add(new() { Value = $"region-{code}" });
        Assert.NotNull(await command.ExecuteScalarAsync());
        return code;
    }

    /// <summary>A place behind all that was written so far, whatever holds the horizon back meanwhile: what is written now was read.</summary>
    private async Task<string> End(HttpClient client, string kind = "&kind=region")
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await ReadUntil(client, "", await PutRegion(connection), kind)).Next;
    }

    private static async Task<JsonElement> Read(HttpClient client, string after) =>
        await (await client.GetAsync($"{Path}?kind=region&after={after}")).Read();

    /// <summary>Other tests' transactions hold the horizon back for a moment, so a reader waits as an integrator would.</summary>
    private static async Task<(List<string> Ids, string Next)> ReadUntil(
        HttpClient client, string after, string last, string kind = "&kind=region")
    {
        var seen = new List<string>();
        while (!seen.Contains(last))
        {
            var page = await (await client.GetAsync($"{Path}?wait=25&limit=200&after={after}{kind}")).Read();
            seen.AddRange(Ids(page));
            after = Next(page);
        }

        return (seen, after);
    }

    private static async Task<List<JsonElement>> ReadAll(HttpClient client, string after, string lastKind)
    {
        var seen = new List<JsonElement>();
        while (seen.Count == 0 || Kind(seen[^1]) != lastKind)
        {
            var page = await (await client.GetAsync($"{Path}?wait=25&after={after}")).Read();
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            after = Next(page);
        }

        return seen;
    }

    private static string Next(JsonElement page) => page.GetProperty("next").GetString()!;

    private static string[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(change => change.GetProperty("id").GetString()!)];

    private static string Href(JsonElement change) => change.GetProperty("href").GetString()!;

    private static string Kind(JsonElement change) => change.GetProperty("kind").GetString()!;

    private static string[] Kinds(List<JsonElement> changes) => [.. changes.Select(Kind).Distinct()];
}
