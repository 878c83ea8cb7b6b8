using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>Ranges that are bound, unbound and frozen.</summary>
[Collection(AppCollection.Name)]
public sealed class CodeRangeApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Codes_that_may_not_be_bound_are_each_refused_for_its_own_reason_IC2()
    {
        var given = await GivenCodes.Create(app);
        Task<HttpResponseMessage> Bind(string start, string end) => given.Recorder.PostAsync(given.Ranges, new { start, end });
        var wrong = given.Code(0)[..^1] + (char)('0' + (given.Code(0)[^1] - '0' + 1) % 10);

        await (await Bind("12345", given.Code(1))).ShouldBe(422, "identity-code/invalid");
        await (await Bind("12345678", given.Code(1))).ShouldBe(422, "identity-code/lengths-differ");
        await (await Bind(given.Code(1), given.Code(0))).ShouldBe(422, "identity-code/end-before-start");
        await (await Bind(wrong, given.Code(1))).ShouldBe(422, "identity-code/check-digit-wrong");
        var outside = await (await Bind(given.Code(90), given.Code(100))).ShouldBe(422, "identity-code/not-allocated");
        Assert.Equal(given.Code(100), outside.GetProperty("arguments").GetProperty("code").GetString());
        var stranger = await GivenCodes.Create(app);
        await (await Bind(stranger.Code(0), stranger.Code(1))).ShouldBe(422, "identity-code/not-allocated");

        var range = await given.Bound(10, 19);
        var overlap = await (await given.Bind(19, 29)).ShouldBe(409, "identity-code/overlap");
        Assert.Equal(
            (range, given.Batch.Number, given.Code(10), given.Code(19)),
            (Argument(overlap, "range"), Argument(overlap, "batch"), Argument(overlap, "start"), Argument(overlap, "end")));
        await (await given.Bind(20, 29)).ShouldBe(HttpStatus.Created);
        await (await given.Bind(30, 31, await app.As(Role.Regulator, GivenProducer.District))).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task At_most_a_million_codes_are_bound_at_once_IC2()
    {
        var given = await GivenCodes.Create(app, 1_000_000);
        var more = await GivenCodes.Allocate(app, given.Producer, 1, 2);

        await (await given.Recorder.PostAsync(given.Ranges, new { start = given.Code(0), end = more.GetProperty("start").GetString() }))
            .ShouldBe(422, "identity-code/too-many");
        await (await given.Bind(0, 999_999)).ShouldBe(HttpStatus.Created);
        Assert.Equal(1_000_000, (await given.Report()).GetProperty("bound").GetInt32());
    }

    [Fact]
    public async Task Void_batch_takes_no_codes_and_a_batch_with_codes_is_not_voided_IC2()
    {
        var given = await GivenCodes.Create(app);
        var spare = await GivenBatch.Open(app, given.Producer);
        var range = await given.Bound(0, 9);

        await (await given.Administrator.DeleteAsync(given.Batch.Path + "?reason=录错")).ShouldBe(409, "batch/codes-bound");
        await (await given.Administrator.DeleteAsync(spare.Path + "?reason=录错")).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.PostAsync(spare.Path + "/code-ranges", new { start = given.Code(20), end = given.Code(21) }))
            .ShouldBe(409, "identity-code/batch-void");

        await (await given.Unbind(range)).ShouldBe(HttpStatus.Ok);
        await (await given.Administrator.DeleteAsync(given.Batch.Path + "?reason=录错")).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task Binding_needs_the_enterprises_filings_FL5()
    {
        var given = await GivenCodes.Create(app);
        await given.Producer.Revoke(given.Producer.ProductFiling);

        await (await given.Bind(0, 9)).ShouldBe(409, "enterprise/filing-required");
    }

    [Fact]
    public async Task Unbound_range_is_free_for_another_batch_and_its_history_tells_IC3()
    {
        var given = await GivenCodes.Create(app);
        var range = await given.Bound(0, 9);

        await (await given.Unbind(range, query: "?reason=贴错标签")).ShouldBe(HttpStatus.Ok);
        await (await given.Unbind(range)).ShouldBe(409, "identity-code/unbound");
        var view = await (await given.Recorder.GetAsync($"{given.Ranges}/{range}")).Read();
        Assert.Equal("贴错标签", view.GetProperty("unbound").GetProperty("reason").GetString());
        var history = await (await given.Recorder.GetAsync($"{given.Ranges}/{range}/history")).Read();
        Assert.Equal(2, history.GetProperty("items").GetArrayLength());
        await (await given.Bind(5, 14)).ShouldBe(HttpStatus.Created);
        await (await given.Recorder.GetAsync($"{given.Producer.Path}/batches/2020010100001/code-ranges/{range}")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Part_of_a_range_is_frozen_and_lifted_IC3()
    {
        var given = await GivenCodes.Create(app);
        var range = await given.Bound(0, 49);
        var regulator = await app.As(Role.Regulator, GivenProducer.District);

        await (await given.Freeze(range, 10, 19, given.Recorder)).ShouldBe(403, "common/forbidden");
        await (await given.Freeze(range, 10, 19, reason: " ")).ShouldBe(422, "identity-code/reason-required");
        await (await given.Freeze(range, 45, 50)).ShouldBe(422, "identity-code/outside-range");
        await (await given.Freeze(range, 10, 19)).ShouldBe(HttpStatus.Ok);
        await (await given.Freeze(range, 15, 24, regulator)).ShouldBe(HttpStatus.Ok);

        Assert.Equal(["bound", "frozen", "frozen", "bound"], await States(given, 9, 10, 24, 25));
        Assert.Equal(15, (await given.Report()).GetProperty("frozen").GetInt32());
        Assert.Equal([range], await Frozen(given));
        await (await given.Unbind(range, given.Administrator, "?reason=撤")).ShouldBe(409, "identity-code/frozen");
        await (await given.Lift(range, 2)).ShouldBe(403, "identity-code/frozen-by-regulator");
        await (await given.Lift(range, 2, regulator, "")).ShouldBe(422, "identity-code/reason-required");
        await (await given.Lift(range, 3, regulator)).ShouldBe(404, "common/not-found");

        await (await given.Lift(range, 1)).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["bound", "frozen", "frozen"], await States(given, 14, 15, 24));
        await (await given.Lift(range, 2, regulator)).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["bound", "bound"], await States(given, 15, 24));
        Assert.Empty(await Frozen(given));
    }

    [Fact]
    public async Task Binding_again_with_the_same_key_answers_as_before_IC2()
    {
        var given = await GivenCodes.Create(app);
        Task<HttpResponseMessage> Bind(int last) => given.Recorder.SendAsync(
            HttpMethod.Post, given.Ranges, new { start = given.Code(0), end = given.Code(last) }, ("Idempotency-Key", "bind-" + given.Allocation));

        var (first, second) = (await Bind(9), await Bind(9));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(await given.Stretches(query: "&bound=true"));
    }

    [Fact]
    public async Task Codes_of_others_are_not_there_IC4()
    {
        var (given, stranger) = (await GivenCodes.Create(app), await GivenCodes.Create(app));

        await (await stranger.Recorder.GetAsync($"/api/v1/identity-codes/{given.Code(0)}")).ShouldBe(404, "common/not-found");
        await (await given.Recorder.GetAsync("/api/v1/identity-codes/99999999999999999999")).ShouldBe(404, "common/not-found");
        var wrong = given.Code(0)[..^1] + (char)('0' + (given.Code(0)[^1] - '0' + 1) % 10);
        await (await given.Recorder.GetAsync($"/api/v1/identity-codes/{wrong}")).ShouldBe(404, "common/not-found");
        Assert.Equal(given.Producer.Code, (await given.Staff(0, await app.As(Role.Platform))).GetProperty("enterprise").GetString());
    }

    [Fact]
    public async Task Ranges_are_listed_in_order_filtered_and_exported()
    {
        var given = await GivenCodes.Create(app);
        await given.Bound(50, 59);
        await given.Bound(0, 9);
        await given.Bound(20, 29);

        Assert.Equal([given.Code(0), given.Code(20), given.Code(50)], await Starts(given, ""));
        Assert.Equal([given.Code(20)], await Starts(given, $"?code={given.Code(25)}"));
        Assert.Empty(await Starts(given, $"?code={given.Code(35)}"));
        var table = await ExportedTable.Of(given.Recorder, given.Producer.Path + "/code-ranges?batch=" + given.Batch.Number, "csv");
        Assert.Equal(["码段编号", "生产批次", "开始身份码", "结束身份码", "数量", "冻结数量", "关联时间"], table.Headings);
        Assert.Equal(4, table.Rows.Count);
        var first = await (await given.Recorder.GetAsync(given.Ranges + "?limit=2")).Read();
        var rest = await (await given.Recorder.GetAsync($"{given.Ranges}?limit=2&cursor={first.GetProperty("nextCursor").GetString()}")).Read();
        Assert.Equal(given.Code(50), Assert.Single(rest.GetProperty("items").EnumerateArray()).GetProperty("start").GetString());
    }

    private static async Task<List<string?>> Starts(GivenCodes given, string query) =>
        [.. (await (await given.Recorder.GetAsync(given.Ranges + query)).Read()).GetProperty("items").EnumerateArray()
            .Select(range => range.GetProperty("start").GetString())];

    private static async Task<List<string?>> Frozen(GivenCodes given) =>
        [.. (await (await given.Recorder.GetAsync(given.Ranges + "?frozen=true")).Read()).GetProperty("items").EnumerateArray()
            .Select(range => range.GetProperty("id").GetString())];

    private static async Task<List<string?>> States(GivenCodes given, params int[] units)
    {
        var states = new List<string?>();
        foreach (var unit in units) states.Add((await given.Staff(unit)).GetProperty("state").GetString());
        return states;
    }

    private static string? Argument(JsonElement problem, string name) => problem.GetProperty("arguments").GetProperty(name).GetString();
}
