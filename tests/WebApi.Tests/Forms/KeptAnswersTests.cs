using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Attachments.Tests;
using Suyuan.Common;
using Suyuan.Common.Tests;

namespace Suyuan.Forms.Tests;

/// <summary>A draft keeps answers whatever is wrong with them; PostgreSQL must take them and give back what reads again.</summary>
[Collection(AppCollection.Name)]
public sealed class KeptAnswersTests(SuyuanApp app)
{
    private static readonly string Digits = new('9', 1_000);

    public static TheoryData<string> Strange =>
    [
        """{ "annualYield": 9e997, "productName": [[[[[[[[[[[[[[["deep"]]]]]]]]]]]]]]] }""",
        """{ "annualYield": 1e-900, "harvestPeriod": "\u0001\u001f\u007f\u202e", "photos": { "a": null } }""",
        $$"""{ "annualYield": {{Digits}}, "\u0001": "\t", "": 1, "category": "𠮷😀" }""",
        $$"""{ "introduction": "{{new string('长', 100_000)}}", "certificates": [{ "scan": 5 }, 6, [7]] }""",
        """{ "gtin": { "masked": null, "cipher": 1 }, "brand": { "masked": "m", "hash": "h", "keyId": "k", "cipher": "c" } }""",
    ];

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Whatever_is_taken_is_kept_and_reads_again(string answers)
    {
        var farm = await GivenUploader.Create(app);
        var made = await farm.Recorder.SendRaw(HttpMethod.Post, "/api/v1/filings", $$"""{ "kind": "product", "answers": {{answers}} }""");
        await made.ShouldBe(HttpStatus.Created);
        var id = (await made.Read()).GetProperty("id").GetString();

        var shown = (await (await farm.Recorder.GetAsync($"/api/v1/filings/{id}")).Read()).GetProperty("answers").GetRawText();
        var kept = JsonSerializer.Deserialize<FormAnswers>(await KeptBy($"filing-{id}"), SuyuanJson.Options)!;

        Assert.Equal(Fingerprint(shown), Fingerprint(kept.Shown().Json));
        await (await farm.Recorder.SendAsync(HttpMethod.Put, $"/api/v1/filings/{id}/submission", new { }, ("If-Match", "\"1\"")))
            .ShouldBe(422, "form/answers-invalid");
    }

    private async Task<string> KeptBy(string key)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select jsonb_path_query_first(state, '$.**.answers')::text from grain_state where key = $1");
        command.Parameters.Add(new() { Value = key });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The database orders members and writes numbers in full; names and kinds of value stay.</summary>
    private static string Fingerprint(string json) => string.Join(' ', JsonDocument.Parse(json).RootElement.EnumerateObject()
        .Select(member => string.Create(CultureInfo.InvariantCulture, $"{member.Name}:{member.Value.ValueKind}:{LengthOf(member.Value)}")).Order());

    private static int LengthOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()!.Length : 0;
}
