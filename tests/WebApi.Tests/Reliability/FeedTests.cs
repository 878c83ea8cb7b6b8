using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Reliability.Tests;

public sealed class FeedTests
{
    [Fact]
    public async Task A_feed_goes_on_where_it_was_after_a_kill_and_is_told_of_an_orderly_stop_GL8_RN3()
    {
        await using var node = new NodeApp();
        await node.Start();
        var given = await GivenGin.Create(node);
        var collector = await given.Line();
        var heard = new List<long>();
        string? last;
        await using (var feed = await GivenFeed.Open(collector.Device, $"{collector.Path}/events"))
        {
            await (await collector.Press()).ShouldBe(HttpStatus.Ok);
            heard.Add(await Sequence(feed));
            last = feed.LastId;
            for (var bale = 2; bale <= 3; bale++) await (await collector.Press()).ShouldBe(HttpStatus.Ok);
            await node.Kill();
        }

        await node.Start();
        await using var again = await GivenFeed.Open(collector.Device, $"{collector.Path}/events", last);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        for (var message = 2; message <= 4; message++) heard.Add(await Sequence(again));
        Assert.Equal([1, 2, 3, 4], heard);

        var stopping = node.Stop();
        Assert.Equal("stopping", (await again.Next("end")).Data.GetProperty("reason").GetString());
        Assert.Null(await again.Next());
        await stopping;
    }

    private static async Task<long> Sequence(GivenFeed feed) => (await feed.Message()).Data.GetProperty("sequence").GetInt64();
}
