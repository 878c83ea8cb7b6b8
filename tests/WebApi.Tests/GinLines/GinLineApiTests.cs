using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.GinLines.Tests;

[Collection(AppCollection.Name)]
public sealed class GinLineApiTests(SuyuanApp app)
{
    [Fact]
    public async Task The_manual_s_scan_messages_arrive_to_the_letter_GL1()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var offline = await given.Line(2, "IV");
        var (first, second) = (await given.Card(quotaKg: 200), await given.Card());

        await Says("gin-line/card-unknown", 422, "当前追溯卡号不存在，请从客户端导入信息。", await offline.Scan(first, 0));
        await Says("gin-line/delay-required", 422, "请企业输入当前加工需要延迟的包数", await collector.Scan(first));
        await (await collector.Scan(first, 1)).ShouldBe(HttpStatus.Ok);
        await Says("gin-line/card-in-work", 409, "扫描追溯卡号正在加工，请勿扫描", await collector.Scan(first));
        await (await collector.Scan(second)).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(second)).ShouldBe(409, "gin-line/card-already-queued");
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        Assert.True((await (await collector.Press()).Read()).GetProperty("finished").GetBoolean());
        await Says("gin-line/card-finished", 409, "扫描追溯卡号已经结束，无法使用", await collector.Scan(first));
    }

    private static async Task Says(string code, int status, string message, HttpResponseMessage answer)
    {
        var problem = await answer.ShouldBe(status, code);
        Assert.Equal(message, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_day_at_the_gin_leaves_line_card_unit_and_bales_in_agreement_GL9()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var (first, second) = (await given.Card(quotaKg: 400), await given.Card(quotaKg: 300));
        Assert.False((await given.UnitView()).GetProperty("processing").GetBoolean());

        await (await collector.Scan(first, 1)).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(second)).ShouldBe(HttpStatus.Ok);
        for (var bale = 0; bale < 4; bale++) await (await collector.Press()).ShouldBe(HttpStatus.Ok);

        var line = await collector.View();
        Assert.Equal(second, line.GetProperty("inWork").GetString());
        Assert.Equal(6, line.GetProperty("lastSequence").GetInt64());
        var finished = await given.CardView(first);
        Assert.Equal("finishedAuto", finished.GetProperty("state").GetString());
        Assert.Equal((2, 450m, 50m), (finished.GetProperty("bales").GetInt32(), Kg(finished, "processedKg"), Kg(finished, "overshootKg")));
        Assert.Equal((1, 225m), ((await given.CardView(second)).GetProperty("bales").GetInt32(), Kg(await given.CardView(second), "processedKg")));
        Assert.True((await given.UnitView()).GetProperty("processing").GetBoolean());
    }

    private static decimal Kg(JsonElement view, string name) => view.GetProperty(name).GetDecimal();

    [Fact]
    public async Task From_the_first_bale_the_unit_cannot_change_TU7()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        await collector.Scan(await given.Card(), 0);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        await (await given.Officer.DeleteAsync($"/api/v1/trace-units/{given.Unit}/approval")).ShouldBe(409, "trace-unit/processing");
    }

    [Fact]
    public async Task A_card_whose_unit_lost_its_approval_leaves_the_line_before_its_first_bale_TU6()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card();
        await collector.Scan(card, 0);
        await (await given.Officer.DeleteAsync($"/api/v1/trace-units/{given.Unit}/approval")).ShouldBe(HttpStatus.Ok);

        Assert.False((await (await collector.Press()).Read()).GetProperty("traced").GetBoolean());
        Assert.Equal("printed", (await given.CardView(card)).GetProperty("state").GetString());
        await (await collector.Scan(card, 0)).ShouldBe(422, "gin-line/card-unknown");
    }

    [Fact]
    public async Task Repeats_are_answered_as_before_and_gaps_name_the_expected_number_GL5()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        await collector.Scan(await given.Card(), 0);
        var pressed = await (await collector.Press()).Read();
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);

        Assert.Equal(pressed.ToString(), (await (await collector.Press(sequence: 2)).Read()).ToString());
        await (await collector.Press(grossKg: 230, sequence: 2)).ShouldBe(409, "gin-line/exists-with-different-content");
        var gap = await (await collector.Press(sequence: 9)).ShouldBe(409, "gin-line/sequence-gap");
        Assert.Equal("4", gap.GetProperty("arguments").GetProperty("expected").GetString());
        Assert.Equal(2, (await collector.View()).GetProperty("bales").GetInt64());
    }

    [Fact]
    public async Task A_refused_message_is_refused_again_and_uses_its_number_up_GL5()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card();
        await (await collector.Scan(card)).ShouldBe(422, "gin-line/delay-required");
        await (await collector.Scan(card, sequence: 1)).ShouldBe(422, "gin-line/delay-required");
        await (await collector.Scan(card, 0)).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(card, sequence: 1)).ShouldBe(422, "gin-line/delay-required");
    }

    [Fact]
    public async Task A_barcode_seen_before_gives_the_same_answer_or_a_conflict_on_any_line_GL2()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var other = await given.Line(2);
        await collector.Scan(await given.Card(), 0);
        var at = DateTimeOffset.UtcNow;
        var barcode = collector.Barcode(77, at);
        await (await collector.Press(barcode: barcode, at: at)).ShouldBe(HttpStatus.Ok);

        var again = await (await collector.Press(barcode: barcode, at: at)).Read();
        Assert.True(again.GetProperty("traced").GetBoolean());
        await (await collector.Press(230, barcode, at: at)).ShouldBe(409, "bale/exists-with-different-content");
        await (await other.Press(barcode: barcode, at: at)).ShouldBe(409, "bale/exists-with-different-content");
        Assert.Equal(1, (await collector.View()).GetProperty("bales").GetInt64());
        Assert.Equal(0, (await other.View()).GetProperty("bales").GetInt64());
    }

    [Fact]
    public async Task A_hand_ended_card_is_reopened_by_the_verifier_only_on_any_line_GL4()
    {
        var given = await GivenGin.Create(app);
        var (collector, other) = (await given.Line(), await given.Line(2));
        var card = await given.Card();
        await collector.Scan(card, 0);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        await (await collector.Finish()).ShouldBe(HttpStatus.Ok);
        await (await collector.Finish()).ShouldBe(409, "gin-line/nothing-in-work");
        await (await collector.Scan(card)).ShouldBe(409, "gin-line/card-finished");
        await (await other.Post("reopens", new { card, sequence = ++other.Sequence })).ShouldBe(403, "gin-line/verifier-required");

        var verifier = await app.As(Role.GinVerifier, given.Gin);
        var reopened = await (await verifier.SendAsync(HttpMethod.Post, $"{other.Path}/reopens", new { card }, ("Idempotency-Key", "reopen-1"))).Read();

        Assert.Equal(1, reopened.GetProperty("position").GetInt32());
        await (await other.Press()).ShouldBe(HttpStatus.Ok);
        var view = await given.CardView(card);
        Assert.Equal(("inWork", 2, 2), (view.GetProperty("state").GetString(), view.GetProperty("line").GetInt32(), view.GetProperty("bales").GetInt32()));
    }

    [Fact]
    public async Task Verifier_credentials_typed_at_the_collector_reopen_and_wrong_ones_do_not_GL4()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card();
        await collector.Scan(card, 0);
        await collector.Finish();
        var (userName, password) = await app.Account((Role.GinVerifier, given.Gin));

        var wrong = new { card, sequence = ++collector.Sequence, verifier = new { userName, password = "not-the-password" } };
        Assert.False((await collector.Post("reopens", wrong)).IsSuccessStatusCode);
        collector.Sequence = (await collector.View()).GetProperty("lastSequence").GetInt64();
        var right = new { card, sequence = ++collector.Sequence, verifier = new { userName, password } };
        await (await collector.Post("reopens", right)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task An_automatically_finished_card_is_never_reopened_GL3()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card(quotaKg: 200);
        await collector.Scan(card, 0);
        await collector.Press();
        var verifier = await app.As(Role.GinVerifier, given.Gin);
        var refused = await verifier.SendAsync(HttpMethod.Post, $"{collector.Path}/reopens", new { card }, ("Idempotency-Key", "k"));
        await refused.ShouldBe(409, "gin-line/card-complete");
    }

    [Fact]
    public async Task A_device_speaks_only_for_its_own_line_and_another_gin_is_not_there_AC5()
    {
        var (given, other) = (await GivenGin.Create(app), await GivenGin.Create(app));
        var collector = await given.Line();
        await given.Line(2);
        await (await collector.Device.PostAsync($"{given.Path}/lines/2/finishes", new { sequence = 1 })).ShouldBe(404, "common/not-found");
        await (await other.Ginner.GetAsync($"{given.Path}/lines/1")).ShouldBe(404, "common/not-found");
        await (await other.Ginner.PutAsync($"{given.Path}/lines/1", new { model = "VI" })).ShouldBe(404, "common/not-found");
        await (await app.Anonymous.GetAsync($"{given.Path}/lines/1")).ShouldBe(401, "common/not-signed-in");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"barcode":"1","grossKg":226,"regainPct":8,"pressedAt":"2026-10-01T08:00:00+08:00","sequence":1}""")]
    [InlineData("""{"barcode":"32650011611141221550000121114104","grossKg":"226","regainPct":8,"pressedAt":"2026-10-01T08:00:00+08:00"}""")]
    [InlineData("""{"barcode":"32650011611141221550000121114104","grossKg":226.0001,"regainPct":8,"pressedAt":"2026-10-01T08:00:00+08:00"}""")]
    [InlineData("""{"barcode":"32650011611141221550000121114104","grossKg":1e30,"regainPct":8,"pressedAt":"2026-10-01T08:00:00+08:00"}""")]
    [InlineData("""{"barcode":"32650011611141221550000121114104","grossKg":226,"regainPct":8,"pressedAt":"yesterday"}""")]
    [InlineData("[1,2")]
    public async Task A_malformed_bale_is_a_clear_problem_and_stores_nothing(string body)
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        await (await collector.Device.SendRaw(HttpMethod.Post, $"{collector.Path}/bales", body)).ShouldBe(400, "common/malformed");
        Assert.Equal(0, (await collector.View()).GetProperty("lastSequence").GetInt64());
    }

    [Fact]
    public async Task Impossible_bales_are_refused_by_name_and_stored_as_refused_only()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        await (await collector.Press(grossKg: 1.4m)).ShouldBe(422, "bale/impossible-weight");
        await (await collector.Press(grossKg: -3)).ShouldBe(422, "bale/impossible-weight");
        await (await collector.Press(barcode: "32650021611141221550000121114104")).ShouldBe(422, "bale/wrong-gin");
        Assert.Equal(0, (await collector.View()).GetProperty("bales").GetInt64());
    }
}
