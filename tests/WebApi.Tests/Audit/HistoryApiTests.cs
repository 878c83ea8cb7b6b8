using System.Text.Json;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.IdentityCodes.Tests;

namespace Suyuan.Audit.Tests;

[Collection(AppCollection.Name)]
public sealed class HistoryApiTests(SuyuanApp app)
{
    [Fact]
    public async Task A_history_repeats_why_something_was_done_whether_a_body_or_a_parameter_said_so()
    {
        var given = await GivenCodes.Create(app, 10);
        var range = await given.Bound(0, 9);
        await (await given.Freeze(range, 0, 4, reason: "农药残留超标")).ShouldBe(HttpStatus.Ok);
        await (await given.Lift(range, 1, query: "?reason=复检合格")).ShouldBe(HttpStatus.Ok);

        var versions = (await (await given.Recorder.GetAsync($"{given.Ranges}/{range}/history")).Read()).GetProperty("items").EnumerateArray();

        Assert.Equal(
            ["复检合格", "农药残留超标", null],
            versions.Select(version => version.TryGetProperty("reason", out var reason) ? reason.GetString() : null));
    }

    [Fact]
    public async Task A_unit_s_history_tells_who_changed_what_and_when_and_no_personal_data()
    {
        var given = await GivenGin.Create(app);
        await (await given.Officer.DeleteAsync($"/api/v1/trace-units/{given.Unit}/approval")).ShouldBe(HttpStatus.Ok);
        var page = await (await given.CompanyOfficer.GetAsync($"/api/v1/trace-units/{given.Unit}/history")).Read();
        var versions = page.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal([3, 2, 1], versions.Select(version => version.GetProperty("version").GetInt32()));
        var revoked = versions[0].GetProperty("changes").EnumerateArray().Single();
        Assert.Equal(("state", "approved", "pending"), (Text(revoked, "member"), Text(revoked, "from"), Text(revoked, "to")));
        Assert.StartsWith("test-", Text(versions[0], "by"), StringComparison.Ordinal);
        Assert.All(versions, version => Assert.Matches("^[0-9a-f]{64}$", Text(version, "hash")));
        Assert.Contains(versions[2].GetProperty("changes").EnumerateArray(), change => Text(change, "member") == "members");
        Assert.DoesNotContain("种植1", page.GetRawText(), StringComparison.Ordinal);

        var first = await (await given.Officer.GetAsync($"/api/v1/trace-units/{given.Unit}/history?limit=2")).Read();
        var rest = await (await given.Officer.GetAsync($"/api/v1/trace-units/{given.Unit}/history?cursor={Text(first, "nextCursor")}")).Read();
        Assert.Equal(1, rest.GetProperty("items").EnumerateArray().Single().GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Histories_of_ticket_card_and_grower_are_open_to_who_may_read_them()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString();
        var grower = (await given.CardView(card!)).GetProperty("grower").GetString();
        await (await given.PutTicket(ticket, 1_100)).ShouldBe(HttpStatus.Ok);

        var changed = await (await given.Officer.GetAsync($"{given.Path}/weigh-tickets/{ticket}/history")).Read();
        var quota = changed.GetProperty("items")[0].GetProperty("changes").EnumerateArray().Single(c => Text(c, "member") == "sentQuotaKg");
        Assert.Equal((1_000, 1_100), (quota.GetProperty("from").GetDecimal(), quota.GetProperty("to").GetDecimal()));
        await (await given.Ginner.GetAsync($"{given.Path}/trace-cards/{card}/history")).ShouldBe(HttpStatus.Ok);
        var text = await given.Officer.GetStringAsync($"/api/v1/growers/{grower}/history");
        Assert.Contains("\"member\":\"name\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("种植1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(given.IdNumber(1), text, StringComparison.Ordinal);
        await (await given.Officer.GetAsync($"/api/v1/seasons/{GivenGin.Season}/history")).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task A_line_s_messages_tell_each_answer_and_refusal_newest_first_GL5()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card();
        await (await collector.Scan(card)).ShouldBe(422, "gin-line/delay-required");
        await (await collector.Scan(card, 0)).ShouldBe(HttpStatus.Ok);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);

        var page = await (await given.Ginner.GetAsync($"{collector.Path}/messages?limit=2")).Read();
        var (bale, scan) = (page.GetProperty("items")[0], page.GetProperty("items")[1]);
        Assert.Equal(("bale", "scan"), (Text(bale, "kind"), Text(scan, "kind")));
        Assert.True(bale.GetProperty("answer").GetProperty("traced").GetBoolean());
        Assert.Equal(card, Text(scan.GetProperty("answer"), "card"));

        var older = await (await given.Ginner.GetAsync($"{collector.Path}/messages?cursor={Text(page, "nextCursor")}")).Read();
        var refused = older.GetProperty("items").EnumerateArray().Single();
        Assert.Equal((1, "gin-line/delay-required"), (refused.GetProperty("sequence").GetInt64(), Text(refused.GetProperty("refusal"), "code")));
        Assert.Equal("请企业输入当前加工需要延迟的包数", Text(refused.GetProperty("refusal"), "detail"));
    }

    [Fact]
    public void What_may_be_personal_is_told_to_have_changed_and_no_more()
    {
        var before = JsonDocument.Parse("""{"name":"张三","number":{"key":1,"cipher":"eA=="},"policy":{"rateYuanPerKg":1}}""").RootElement;
        var after = JsonDocument.Parse("""{"name":"李四","number":{"key":2,"cipher":"eQ=="},"policy":{"rateYuanPerKg":2}}""").RootElement;
        var changes = MemberChange.Between(before, after);
        Assert.Equal(["name", "number", "policy.rateYuanPerKg"], changes.Select(change => change.Member));
        Assert.All(changes.Take(2), change => Assert.True(change is { From: null, To: null }));
        Assert.Equal((1, 2), (changes[2].From!.Value.GetInt32(), changes[2].To!.Value.GetInt32()));
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
