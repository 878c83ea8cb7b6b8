using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Publishing.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>The manual's chapter seven over the whole product: what the administrator publishes is what a consumer sees, and no more.</summary>
[Collection(AppCollection.Name)]
public sealed class PublishedLookupTests(SuyuanApp app)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    private async Task<string> Page(string code)
    {
        var answer = await app.Anonymous.SendAsync(HttpMethod.Get, $"/q/{code}", null, ("Accept-Language", "zh-CN"), ("User-Agent", "phone"));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The code that is bound, which every node hears of.</summary>
    private async Task<string> CodeOf(GivenPublication given)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select start_code::text, touch_lookup(enterprise, batch) from code_ranges where enterprise = $1 and batch = $2");
        command.Parameters.Add(new() { Value = given.Producer.Code });
        command.Parameters.Add(new() { Value = given.Batch.Number });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task What_is_published_is_seen_on_the_next_look_up_and_what_is_unpublished_is_not_PB3()
    {
        var given = await GivenPublication.Create(app);
        var code = await CodeOf(given);
        await (await given.Publish("batch")).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => (await Page(code)).Contains("<details", StringComparison.Ordinal), AtMost);
        Assert.DoesNotContain("周", await Page(code), StringComparison.Ordinal);

        await (await given.Publish("pruning")).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => (await Page(code)).Contains("周*", StringComparison.Ordinal), AtMost);
        Assert.DoesNotContain("周建国", await Page(code), StringComparison.Ordinal);

        await given.Submitted("pruning", GivenBatch.Pruning(3));
        await LookupApp.Until(async () => (await Page(code)).Contains(GivenBatch.Day(3), StringComparison.Ordinal), AtMost);

        await (await given.Administrator.DeleteAsync($"{given.OfBatch}/items/pruning")).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => !(await Page(code)).Contains("周*", StringComparison.Ordinal), AtMost);
    }
}
