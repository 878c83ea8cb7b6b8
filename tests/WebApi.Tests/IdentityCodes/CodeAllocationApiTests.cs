using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>Runs that the platform gives out, and runs of earlier vendors.</summary>
[Collection(AppCollection.Name)]
public sealed class CodeAllocationApiTests(SuyuanApp app)
{
    private const string All = "/api/v1/code-allocations";

    [Fact]
    public async Task Runs_of_an_enterprise_follow_each_other_and_products_have_their_own_IC1()
    {
        var producer = await GivenProducer.Filed(app);

        var first = GivenCodes.RunOf(await GivenCodes.Allocate(app, producer, 1_000));
        var second = GivenCodes.RunOf(await GivenCodes.Allocate(app, producer, 500));
        var other = GivenCodes.RunOf(await GivenCodes.Allocate(app, producer, 10, 2));

        Assert.Equal(((UInt128)1_000, (UInt128)500), (first.Count, second.Count));
        Assert.True(first.JoinsOn(second));
        Assert.Equal(first.Start.Value[..10], other.Start.Value[..10]);
        Assert.Equal(("001", "002"), (first.Start.Value[10..13], other.Start.Value[10..13]));
        var stranger = GivenCodes.RunOf(await GivenCodes.Allocate(app, await GivenProducer.Filed(app), 1));
        Assert.NotEqual(first.Start.Value[6..10], stranger.Start.Value[6..10]);
    }

    [Fact]
    public async Task Run_that_cannot_be_given_is_refused_IC1()
    {
        var (producer, platform) = (await GivenProducer.Registered(app), await app.As(Role.Platform));
        Task<HttpResponseMessage> Allocate(object body) => platform.PostAsync(All, body);

        await (await Allocate(new { enterprise = producer.Code, count = 1, productSerial = 1 })).ShouldBe(409, "enterprise/filing-required");
        await (await Allocate(new { enterprise = "91330100799655058B", count = 1, productSerial = 1 })).ShouldBe(404, "common/not-found");
        await producer.GetReady();
        await (await Allocate(new { enterprise = producer.Code, count = 0, productSerial = 1 })).ShouldBe(422, "identity-code/count-invalid");
        await (await Allocate(new { enterprise = producer.Code, count = 1 })).ShouldBe(422, "identity-code/product-serial-invalid");
        await (await Allocate(new { enterprise = producer.Code, count = 1, productSerial = 1, layout = "x" }))
            .ShouldBe(422, "identity-code/layout-unknown");
        await (await Allocate(new { enterprise = producer.Code, count = 1, layout = "plain" })).ShouldBe(422, "identity-code/layout-of-any-length");

        await GivenCodes.Allocate(app, producer, 999_999);
        await (await Allocate(new { enterprise = producer.Code, count = 2, productSerial = 1 })).ShouldBe(409, "identity-code/serials-exhausted");
        await GivenCodes.Allocate(app, producer, 1);
        await (await producer.Administrator.PostAsync(All, new { enterprise = producer.Code, count = 1, productSerial = 3 }))
            .ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Earlier_vendors_run_is_registered_once_IC1()
    {
        var (producer, other) = (await GivenProducer.Filed(app), await GivenProducer.Filed(app));
        var prefix = producer.Code.GetHashCode(StringComparison.Ordinal) & 0xFFFFFF;
        string Code(int unit) => $"7{prefix:00000000}{unit:000000}";
        Task<HttpResponseMessage> Register(GivenProducer by, int first, int last, string layout = "plain") =>
            by.Administrator.PostAsync(by.Path + "/code-allocations", new { start = Code(first), end = Code(last), layout, vendor = "旧系统" });

        await (await Register(producer, 10, 5)).ShouldBe(422, "identity-code/end-before-start");
        await (await Register(producer, 0, 9, "standard")).ShouldBe(422, "identity-code/check-digit-wrong");
        var made = await (await Register(producer, 0, 99)).Read();
        Assert.Equal((100, "earlierVendor"), (made.GetProperty("codes").GetInt32(), made.GetProperty("source").GetString()));
        var overlap = await (await Register(other, 50, 149)).ShouldBe(409, "identity-code/allocation-overlap");
        Assert.Equal((Code(50), Code(99)), (
            overlap.GetProperty("arguments").GetProperty("start").GetString(), overlap.GetProperty("arguments").GetProperty("end").GetString()));
        await (await Register(other, 100, 149)).ShouldBe(HttpStatus.Created);
        await (await producer.Recorder.PostAsync(producer.Path + "/code-allocations", new { start = Code(0), end = Code(1), layout = "plain" }))
            .ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Codes_of_the_platform_are_no_earlier_vendors_of_anybody_else_IC1()
    {
        var (producer, other) = (await GivenProducer.Filed(app), await GivenProducer.Filed(app));
        var run = GivenCodes.RunOf(await GivenCodes.Allocate(app, producer, 1));
        var space = run.Start.Value[..10];

        await (await other.Administrator.PostAsync(
            other.Path + "/code-allocations", new { start = space + "9990000000", end = space + "9990000009", layout = "plain" }))
            .ShouldBe(409, "identity-code/allocation-overlap");
        // Their own enterprise may: a roll that was printed from the same numbers before. The platform gives out what is left.
        await (await producer.Administrator.PostAsync(
            producer.Path + "/code-allocations", new { start = space + "0010000030", end = space + "0010000059", layout = "plain" }))
            .ShouldBe(HttpStatus.Created);
        var next = GivenCodes.RunOf(await GivenCodes.Allocate(app, producer, 10));
        Assert.Equal(space + "001000006", next.Start.Value[..19]);
    }

    [Fact]
    public async Task Allocation_that_is_asked_for_again_is_the_same_IC1()
    {
        var (producer, platform) = (await GivenProducer.Filed(app), await app.As(Role.Platform));
        Task<HttpResponseMessage> Allocate(int count) => platform.SendAsync(
            HttpMethod.Post, All, new { enterprise = producer.Code, count, productSerial = 1 }, ("Idempotency-Key", "allocate-" + producer.Code));

        var (first, second) = (await Allocate(10), await Allocate(10));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(await List(producer.Recorder, producer.Path + "/code-allocations"));
    }

    [Fact]
    public async Task Allocations_are_listed_for_the_platform_and_for_the_enterprise_IC1()
    {
        var given = await GivenCodes.Create(app);
        var platform = await app.As(Role.Platform);
        var own = given.Allocations;

        Assert.Equal([given.Allocation], await List(given.Recorder, own));
        Assert.Equal([given.Allocation], await List(platform, $"{All}?enterprise={given.Producer.Code}"));
        Assert.Equal([given.Allocation], await List(platform, $"{All}?code={given.Code(50)}"));
        Assert.Empty(await List(given.Recorder, own + "?source=earlierVendor"));
        Assert.Equal([given.Allocation], await List(given.Recorder, own + "?source=platform&layout=standard"));
        var table = await ExportedTable.Of(given.Recorder, own, "csv");
        Assert.Equal(("平台分配", "100"), (table.Cell(given.Allocation, "身份码来源"), table.Cell(given.Allocation, "数量")));
        var history = await (await given.Recorder.GetAsync($"{own}/{given.Allocation}/history")).Read();
        Assert.Single(history.GetProperty("items").EnumerateArray());
        var layouts = await (await given.Recorder.GetAsync("/api/v1/code-layouts")).Read();
        Assert.Equal("standard", layouts.GetProperty("default").GetString());
    }

    [Fact]
    public async Task Report_tells_bound_unbound_and_frozen_codes_and_the_gaps_IC1()
    {
        var given = await GivenCodes.Create(app);
        await given.Bound(10, 19);
        await (await given.Freeze(await given.Bound(20, 29), 20, 22)).ShouldBe(HttpStatus.Ok);

        var report = await given.Report();

        Assert.Equal((100, 20, 80, 3, 2, 1), (
            report.GetProperty("codes").GetInt32(), report.GetProperty("bound").GetInt32(), report.GetProperty("unbound").GetInt32(),
            report.GetProperty("frozen").GetInt32(), report.GetProperty("ranges").GetInt32(), report.GetProperty("batches").GetInt32()));
        Assert.Equal(0, report.GetProperty("overlaps").GetArrayLength());
        var gaps = await given.Stretches(query: "&bound=false");
        Assert.Equal(
            [(given.Code(0), given.Code(9), 10), (given.Code(30), given.Code(99), 70)],
            gaps.Select(gap => (gap.GetProperty("start").GetString(), gap.GetProperty("end").GetString(), gap.GetProperty("codes").GetInt32())));
        var table = await ExportedTable.Of(given.Recorder, $"{given.Allocations}/{given.Allocation}/stretches", "csv");
        Assert.Equal(["否", "是", "是", "否"], table.Rows.Skip(1).Select(row => row[0]));
    }

    private static async Task<List<string?>> List(HttpClient by, string path) =>
        [.. (await (await by.GetAsync(path)).Read()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())];
}
