using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>An enterprise of its own with a batch and a run of codes that the platform gave it.</summary>
internal sealed class GivenCodes
{
    private GivenCodes(SuyuanApp app, GivenBatch batch, CodeRun run, string allocation) =>
        (App, Batch, Run, Allocation) = (app, batch, run, allocation);

    public SuyuanApp App { get; }

    public GivenBatch Batch { get; }

    public CodeRun Run { get; }

    /// <summary>The id of the allocation.</summary>
    public string Allocation { get; }

    public GivenProducer Producer => Batch.Producer;

    public HttpClient Recorder => Batch.Recorder;

    public HttpClient Administrator => Producer.Administrator;

    public string Ranges => Batch.Path + "/code-ranges";

    public string Allocations => Producer.Path + "/code-allocations";

    public static async Task<GivenCodes> Create(SuyuanApp app, int count = 100) => await Of(app, await GivenBatch.Open(app), count);

    public static async Task<GivenCodes> Of(SuyuanApp app, GivenBatch batch, int count)
    {
        var allocated = await Allocate(app, batch.Producer, count);
        return new(app, batch, RunOf(allocated), allocated.GetProperty("id").GetString()!);
    }

    public static async Task<JsonElement> Allocate(SuyuanApp app, GivenProducer producer, int count, int product = 1)
    {
        var answer = await (await app.As(Role.Platform)).PostAsync(
            "/api/v1/code-allocations", new { enterprise = producer.Code, count, productSerial = product });
        await answer.ShouldBe(HttpStatus.Created);
        return await answer.Read();
    }

    public static CodeRun RunOf(JsonElement allocation) => new(
        IdentityCode.Parse(allocation.GetProperty("start").GetString()!, null),
        IdentityCode.Parse(allocation.GetProperty("end").GetString()!, null), true);

    /// <summary>The code of a unit, counted from the beginning of the run.</summary>
    public string Code(int unit) => CodeRun.CodeOf(Run.First + (UInt128)unit, Run.Start.Length, true).Value;

    public Task<HttpResponseMessage> Bind(int first, int last, HttpClient? by = null) =>
        (by ?? Recorder).PostAsync(Ranges, new { start = Code(first), end = Code(last) });

    /// <summary>Binds units and tells the id of the range.</summary>
    public async Task<string> Bound(int first, int last)
    {
        var answer = await Bind(first, last);
        await answer.ShouldBe(HttpStatus.Created);
        return (await answer.Read()).GetProperty("id").GetString()!;
    }

    public Task<HttpResponseMessage> Unbind(string range, HttpClient? by = null, string query = "") =>
        (by ?? Recorder).DeleteAsync($"{Ranges}/{range}{query}");

    public Task<HttpResponseMessage> Freeze(string range, int first, int last, HttpClient? by = null, string reason = "召回") =>
        (by ?? Administrator).PostAsync($"{Ranges}/{range}/freezes", new { start = Code(first), end = Code(last), reason });

    public Task<HttpResponseMessage> Lift(string range, int number, HttpClient? by = null, string query = "?reason=查明") =>
        (by ?? Administrator).DeleteAsync($"{Ranges}/{range}/freezes/{number}{query}");

    public async Task<JsonElement> Report() => await (await Recorder.GetAsync($"{Allocations}/{Allocation}/report")).Read();

    /// <summary>All stretches, read in pages of this size.</summary>
    public async Task<List<JsonElement>> Stretches(int limit = 200, string query = "")
    {
        var seen = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await (await Recorder.GetAsync($"{Allocations}/{Allocation}/stretches?limit={limit}{query}{cursor}")).Read();
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) && next.ValueKind is JsonValueKind.String ? "&cursor=" + next.GetString() : null;
        }

        return seen;
    }

    public async Task<JsonElement> Staff(int unit, HttpClient? by = null) =>
        await (await (by ?? Recorder).GetAsync($"/api/v1/identity-codes/{Code(unit)}")).Read();
}
