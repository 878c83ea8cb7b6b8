using System.Text.RegularExpressions;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>Whoever tries codes learns from no byte of an answer more than its class: unknown, not bound (LK3).</summary>
public sealed partial class ConstantShapeTests(LookupApp lookup) : IClassFixture<LookupApp>
{
    private readonly Consumer consumer = new(lookup.App.Anonymous);

    /// <summary>All of an answer but when it was and which trace it left.</summary>
    private async Task<string> Answer(string path, string language)
    {
        using var answer = await consumer.Get(path, language);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var body = TraceId().Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{body}";
    }

    private async Task AllAlike(string language, string prefix, params string[] codes)
    {
        var first = await Answer(prefix + codes[0], language);
        Assert.StartsWith("404", first, StringComparison.Ordinal);
        foreach (var code in codes) Assert.Equal(first, await Answer(prefix + code, language));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Answers_of_a_class_are_the_same_to_the_byte_whatever_the_code_LK3(string language)
    {
        var run = $"8{Random.Shared.Next(1_000_000):000000}";
        await lookup.Do($"""
            insert into code_allocations (enterprise, id, source, layout, checked, length, start_code, end_code, codes, span, allocated_at,
                allocated_by, revision, changed_at)
            values ('91440300708461136T', '{run}', 'platform', 'standard', false, 12, '{run}00000', '{run}99999', 100000,
                code_span('{run}00000', '{run}99999'), now(), 'test', 1, now());
            select touch_lookup('91440300708461136T', null)
            """);
        await LookupApp.Until(async () => (await Answer($"/api/v1/lookups/{run}00001", language)).Contains("not-bound", StringComparison.Ordinal));

        // Given out and not bound; with and without a signature; then never given out, of lengths that exist and do not, and no code at all.
        string[] notBound = [$"{run}00000", $"{run}00001", $"{run}99999", $"{run}54321?s=00000000"];
        string[] unknown = ["659001999900", "00000000", new string('9', 32), new string('9', 33), "1", "abc", "%3Cscript%3E", "６５９００１", "659001999901?s=0000"];
        foreach (var prefix in new[] { "/api/v1/lookups/", "/q/" })
        {
            await AllAlike(language, prefix, notBound);
            await AllAlike(language, prefix, unknown);
        }

        Assert.Equal(await Answer("/q/1", language), await Answer("/q/659001999900/records/basic", language));
        Assert.Equal(await Answer("/q/1", language), await Answer("/01/06901234567892/10/1/21/659001999900", language));
    }

    [GeneratedRegex("\"traceId\": ?\"[^\"]*\"")]
    private static partial Regex TraceId();
}
