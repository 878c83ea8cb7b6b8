using System.Text;
using System.Text.Json;
using Suyuan.Collector;
using Suyuan.Common.Tests;

namespace Suyuan.GinLines.Tests;

/// <summary>A model VI collector's stream: many messages in flight, acknowledged in order when they are durable (GL6).</summary>
[Collection(AppCollection.Name)]
public sealed class StreamApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Messages_in_flight_are_acknowledged_in_order_and_stored_GL6()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var cards = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => given.Card(quotaKg: 12_000)));
        var press = new BalePress(given.Gin, 1);
        await using var stream = await Open(collector);

        stream.Add(LineMessage.Scan(1, cards[0], 1));
        for (var card = 1; card < cards.Length; card++) stream.Add(LineMessage.Scan(card + 1, cards[card]));
        for (var bale = cards.Length + 1; bale <= 600; bale++) stream.Add(press.Press(bale, DateTimeOffset.UtcNow));
        await stream.End();

        var replies = await ReadToEnd(stream);
        Assert.Equal(Enumerable.Range(1, 600).Select(n => (long?)n), replies.Select(reply => reply.Sequence));
        Assert.All(replies, reply => Assert.Null(reply.Problem));
        var view = await collector.View();
        Assert.Equal((600, 588), (view.GetProperty("lastSequence").GetInt32(), view.GetProperty("bales").GetInt32()));
        var first = await given.CardView(cards[0]);
        Assert.Equal("finishedAuto", first.GetProperty("state").GetString());
        var bales = await (await given.Ginner.GetAsync($"{given.Path}/bales?card={cards[0]}&limit=200")).Read();
        Assert.Equal(first.GetProperty("bales").GetInt32(), bales.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_refused_under_its_number_and_stops_nothing_GL6()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var lines = new[]
        {
            """{"kind":"bale","sequence":1,"barcode":"12"}""",
            """{"kind":"dance","sequence":2}""",
            "not json",
            "",
            """{"kind":"bale","grossKg":1}""",
            JsonSerializer.Serialize(new { kind = "finish", sequence = 3 }),
        };
        var answers = await Send(collector, string.Join('\n', lines));

        Assert.Equal([1L, 2L, null, null, 3L], answers.Select(answer => answer.Sequence));
        Assert.All(answers.Take(4), answer => Assert.Equal((400, "common/malformed"), (answer.Problem!.Status, answer.Problem.Code)));
        Assert.Equal((409, "gin-line/nothing-in-work"), (answers[4].Problem!.Status, answers[4].Problem!.Code));
        Assert.Equal("没有正在加工的追溯卡", answers[4].Problem!.Title);
        Assert.Equal(3, (await collector.View()).GetProperty("lastSequence").GetInt64());

        var again = await Send(collector, lines[0] + "\n" + """{"kind":"bale","sequence":9,"barcode":"12"}""");
        Assert.Equal(["common/malformed", "gin-line/sequence-gap"], again.Select(answer => answer.Problem!.Code));
        await (await collector.Press(sequence: 4)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task A_broken_stream_loses_nothing_acknowledged_and_goes_on_where_the_line_stands_GL6()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var press = new BalePress(given.Gin, 1);
        var at = DateTimeOffset.UtcNow;
        var acknowledged = 0L;
        for (var next = 1L; acknowledged < 900;)
        {
            await using var stream = await Open(collector);
            for (var n = next; n < next + 400; n++) stream.Add(press.Press(n, at));
            await stream.Flush();
            // Cut with most of it in flight, having heard of a part.
            for (var heard = 0; heard < 300; heard++) acknowledged = (await stream.Receive())!.Sequence!.Value;
            next = acknowledged + 1;
        }

        Assert.Equal(900, acknowledged);
        await using var last = await Open(collector);
        for (var n = acknowledged + 1; n <= 1_000; n++) last.Add(press.Press(n, at));
        await last.End();
        Assert.All(await ReadToEnd(last), reply => Assert.Null(reply.Problem));
        var view = await collector.View();
        Assert.True(view.GetProperty("lastSequence").GetInt64() >= 1_000);
        Assert.Equal(view.GetProperty("lastSequence").GetInt64(), view.GetProperty("bales").GetInt64());
    }

    [Fact]
    public async Task Another_line_s_collector_is_not_let_in_AC5()
    {
        var given = await GivenGin.Create(app);
        var (first, second) = (await given.Line(), await given.Line(2));
        var other = await GivenGin.Create(app);
        await (await first.Device.PostAsync($"/api/v1/gins/{given.Gin}/lines/2/stream", Body(""))).ShouldBe(404, "common/not-found");
        await (await second.Device.PostAsync($"/api/v1/gins/{other.Gin}/lines/1/stream", Body(""))).ShouldBe(404, "common/not-found");
        await (await other.Ginner.PostAsync($"/api/v1/gins/{given.Gin}/lines/1/stream", Body(""))).ShouldBe(404, "common/not-found");
    }

    private Task<LineConnection> Open(GivenCollector collector) => LineConnection.Open(
        app.NewClient().BaseAddress!, collector.Gin, collector.Line, collector.Key);

    private static async Task<List<StreamedReply>> ReadToEnd(LineConnection stream)
    {
        var replies = new List<StreamedReply>();
        while (await stream.Receive() is { } reply) replies.Add(reply);
        return replies;
    }

    private static StringContent Body(string lines) => new(lines, Encoding.UTF8, "application/x-ndjson");

    private static async Task<List<StreamedReply>> Send(GivenCollector collector, string lines)
    {
        var answer = await collector.Device.PostAsync($"/api/v1/gins/{collector.Gin}/lines/{collector.Line}/stream", Body(lines));
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<StreamedReply>(line, JsonSerializerOptions.Web)!)];
    }
}
