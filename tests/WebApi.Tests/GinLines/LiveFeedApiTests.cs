using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;
using Suyuan.Accounts;
using Suyuan.Collector;
using Suyuan.Common;
using Suyuan.Common.Tests;

namespace Suyuan.GinLines.Tests;

/// <summary>Live feeds of lines and gins (GL8).</summary>
[Collection(AppCollection.Name)]
public sealed class LiveFeedApiTests(SuyuanApp app)
{
    [Fact]
    public async Task A_line_s_feed_tells_scans_bales_warnings_refusals_finishes_and_progress_as_they_happen_GL8()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card(quotaKg: 900);
        await using var feed = await GivenFeed.Open(given.Ginner, $"{collector.Path}/events");
        Assert.Equal(0, (await feed.Next("progress")).Data.GetProperty("queued").GetInt32());

        await collector.Scan(card, 0);
        var (type, scan) = await feed.Message();
        Assert.Equal(("scan", card), (type, scan.GetProperty("answer").GetProperty("card").GetString()));

        await collector.Press(grossKg: 240);
        var (_, bale) = await feed.Message();
        Assert.Equal("grossOutOfRange", bale.GetProperty("answer").GetProperty("warnings")[0].GetString());
        Assert.Equal(feed.LastId, $"{bale.GetProperty("number")}");
        var inWork = (await feed.Next("progress")).Data.GetProperty("inWork");
        Assert.Equal((card, 1, 900m, 238.6m), (inWork.GetProperty("card").GetString(), inWork.GetProperty("bales").GetInt32(),
            inWork.GetProperty("quotaKg").GetDecimal(), inWork.GetProperty("processedKg").GetDecimal()));

        await collector.Scan(card);
        var (refused, refusal) = await feed.Message();
        Assert.Equal(("refusal", "gin-line/card-in-work"), (refused, refusal.GetProperty("refusal").GetProperty("code").GetString()));
        Assert.Equal("扫描追溯卡号正在加工，请勿扫描", refusal.GetProperty("refusal").GetProperty("detail").GetString());

        await collector.Finish();
        Assert.Equal("finish", (await feed.Message()).Type);
        Assert.False((await feed.Next("progress")).Data.TryGetProperty("inWork", out _));
        await (await (await app.As(Role.GinVerifier, given.Gin)).SendAsync(
            HttpMethod.Post, $"{collector.Path}/reopens", new { card }, ("Idempotency-Key", "again"))).ShouldBe(HttpStatus.Ok);
        Assert.Equal("reopen", (await feed.Message()).Type);
    }

    [Fact]
    public async Task A_feed_cut_again_and_again_while_the_line_streams_misses_nothing_and_doubles_nothing_GL8()
    {
        const int bales = 4_000;
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var press = new BalePress(given.Gin, 1);
        var (sent, at) = (0L, DateTimeOffset.UtcNow);
        var streamer = new LineStreamer(app.NewClient().BaseAddress!, given.Gin, 1, collector.Key);
        await using var whole = await GivenFeed.Open(given.Ginner, $"{collector.Path}/events", after: "0");
        var streaming = streamer.Run(() => ValueTask.FromResult(++sent <= bales ? press.Press(sent, at) : null), (_, _) => { });

        var heard = new List<long>();
        var last = "0";
        var lengths = new Random(8);
        while (heard.Count < bales)
        {
            await using var feed = await GivenFeed.Open(collector.Device, $"{collector.Path}/events", last);
            for (var length = lengths.Next(1, 500); length > 0 && heard.Count < bales; length--) heard.Add(await Sequence(feed));
            last = feed.LastId!;
        }

        await streaming;
        Assert.Equal(Enumerable.Range(1, bales).Select(n => (long)n), heard);
        for (var n = 1; n <= bales; n++) Assert.Equal(n, await Sequence(whole));
    }

    private static async Task<long> Sequence(GivenFeed feed) => (await feed.Message()).Data.GetProperty("sequence").GetInt64();

    [Fact]
    public async Task A_gin_s_feed_tells_where_each_line_stands_and_which_one_moves_GL8()
    {
        var given = await GivenGin.Create(app);
        await given.Line();
        var second = await given.Line(2);
        await using var feed = await GivenFeed.Open(given.Ginner, $"{given.Path}/events");
        Assert.Equal(1, (await feed.Next("progress")).Data.GetProperty("line").GetInt32());
        Assert.Equal(2, (await feed.Next("progress")).Data.GetProperty("line").GetInt32());

        await second.Press();

        var moved = (await feed.Next("progress")).Data;
        Assert.Equal((2, 1), (moved.GetProperty("line").GetInt32(), moved.GetProperty("bales").GetInt32()));
    }

    [Fact]
    public async Task A_reader_that_falls_too_far_behind_is_told_so_and_let_go_GL8()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        await using var feed = await GivenFeed.Open(given.Ginner, $"{collector.Path}/events");
        var number = (await feed.Next("progress")).Data.GetProperty("number").GetInt32();

        // As the line's word after a turn that many messages later.
        var live = app.Services.GetRequiredKeyedService<IStreamProvider>(LiveStreams.Name).LinesOf(new(given.Gin));
        await live.OnNextAsync(new() { Line = 1, Number = number + LineFeed.MostBehind + 1 });

        Assert.Equal("tooSlow", (await feed.Next("end")).Data.GetProperty("reason").GetString());
        Assert.Null(await feed.Next());
    }

    [Fact]
    public async Task An_account_has_so_many_feeds_and_each_that_ends_makes_room_GL8()
    {
        var given = await GivenGin.Create(app);
        await given.Line();
        var (name, password) = await app.Account((Role.Ginner, given.Gin));
        var client = await app.SignIn(name, password);
        var feeds = new List<GivenFeed>();
        for (var n = 0; n < LiveFeeds.MostOfAccount; n++) feeds.Add(await GivenFeed.Open(client, $"{given.Path}/events"));
        await (await GivenFeed.Ask(client, $"{given.Path}/events")).ShouldBe(429, "common/too-many-requests");

        await feeds[0].DisposeAsync();
        feeds[0] = await GivenFeed.Open(client, $"{given.Path}/events");
        foreach (var feed in feeds) await feed.DisposeAsync();
    }

    [Fact]
    public async Task Feeds_are_for_the_gin_s_own_people_and_the_line_s_own_collector_AC5()
    {
        var given = await GivenGin.Create(app);
        var (first, second, other) = (await given.Line(), await given.Line(2), await GivenGin.Create(app));
        await (await GivenFeed.Ask(other.Ginner, $"{given.Path}/events")).ShouldBe(404, "common/not-found");
        await (await GivenFeed.Ask(other.Ginner, $"{first.Path}/events")).ShouldBe(404, "common/not-found");
        await (await GivenFeed.Ask(first.Device, $"{second.Path}/events")).ShouldBe(404, "common/not-found");
        await (await GivenFeed.Ask(given.Ginner, $"{given.Path}/lines/3/events")).ShouldBe(404, "common/not-found");
        await (await GivenFeed.Ask(first.Device, $"{given.Path}/events")).ShouldBe(403, "common/forbidden");
        await (await GivenFeed.Ask(given.Officer, $"{first.Path}/events")).ShouldBe(403, "common/forbidden");
        await (await GivenFeed.Ask(given.Ginner, $"{first.Path}/events", "yesterday")).ShouldBe(400, "common/malformed-parameter");
    }
}
