using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.IdentityCodes.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>One label's life through every noun's own door: drawn, bound, published, recalled, cleared, unbound.</summary>
[Collection(AppCollection.Name)]
public sealed class CodeLifeTests(SuyuanApp app)
{
    [Fact]
    public async Task A_code_shows_what_its_batch_may_show_from_binding_to_unbinding_IC_PB_LK()
    {
        var given = await GivenCodes.Create(app);
        var record = await given.Batch.Add("pruning", GivenBatch.Pruning());
        await (await given.Recorder.PutAsync($"{given.Batch.Path}/records/{record}/submission", new { })).ShouldBe(HttpStatus.Ok);

        // 如果不关联，消费者扫描二维码将查看不到任何信息。
        await Until(given, 0, "lookup/code-not-bound");

        var range = await given.Bound(0, 9);
        await Until(given, 0, "basic");
        await Until(given, 10, "lookup/code-not-bound");

        var items = new { items = new[] { "pruning" } };
        await (await given.Administrator.PutAsync(given.Batch.Path + "/publication/items", items)).ShouldBe(HttpStatus.Ok);
        await Until(given, 0, "published");

        var frozen = await given.Freeze(range, 3, 4, reason: "包装破损");
        await frozen.ShouldBe(HttpStatus.Ok);
        await Until(given, 3, "recalled");
        Assert.Contains("包装破损", (await LookUp(given, 3)).GetRawText(), StringComparison.Ordinal);
        await Until(given, 5, "published");
        await (await given.Lift(range, 1)).ShouldBe(HttpStatus.Ok);
        await Until(given, 3, "published");

        // Codes of the range were looked up by now: the recorder may no longer unbind it, the administrator with a reason (IC3).
        await LookupApp.Until(() => Counted(given, 0));
        await (await given.Unbind(range)).ShouldBe(403, "identity-code/looked-up");
        await (await given.Unbind(range, given.Administrator, "?reason=贴错批次")).ShouldBe(HttpStatus.Ok);
        await Until(given, 0, "lookup/code-not-bound");
    }

    [Fact]
    public async Task The_address_that_a_label_was_printed_with_is_a_scan_and_the_same_with_another_code_is_a_forgery_LK2()
    {
        var given = await GivenCodes.Create(app);
        await given.Bound(0, 9);
        await Until(given, 0, "basic");
        var labels = await given.Recorder.GetStringAsync($"{given.Allocations}/{given.Allocation}/labels?format=csv");
        var addresses = labels.Split("\r\n").Skip(1).Take(2).Select(line => new Uri(line.Split(',')[1])).ToList();
        var consumer = new Consumer(app.Anonymous);

        Assert.Contains("扫码查询", await consumer.Page(addresses[0].PathAndQuery), StringComparison.Ordinal);
        Assert.Contains("扫码查询", await consumer.Page("/q?code=" + Uri.EscapeDataString(addresses[0].AbsoluteUri)), StringComparison.Ordinal);
        Assert.Contains("谨防假冒", await consumer.Page(addresses[0].AbsolutePath + addresses[1].Query), StringComparison.Ordinal);
    }

    private async Task Until(GivenCodes given, int unit, string said) => await LookupApp.Until(async () =>
    {
        var answer = await LookUp(given, unit);
        return (answer.TryGetProperty("state", out var state) ? state : answer.GetProperty("code")).GetString() == said;
    });

    private async Task<bool> Counted(GivenCodes given, int unit)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select exists (select from code_scans where code = $1)");
        command.Parameters.Add(new() { Value = given.Code(unit) });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task<JsonElement> LookUp(GivenCodes given, int unit)
    {
        using var answer = await app.Anonymous.SendAsync(
            HttpMethod.Get, $"/api/v1/lookups/{given.Code(unit)}", null, ("User-Agent", "phone"));
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }
}
