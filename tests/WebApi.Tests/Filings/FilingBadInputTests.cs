using Suyuan.Common.Tests;

namespace Suyuan.Filings.Tests;

/// <summary>RL5: whatever is sent, never a 500 and never half of it.</summary>
[Collection(AppCollection.Name)]
public sealed class FilingBadInputTests(SuyuanApp app)
{
    private const string Filings = GivenFiler.Filings;

    public static TheoryData<string, bool> Answers => new()
    {
        { "null", true }, { "[]", false }, { "\"text\"", false }, { "7", false }, { "{\"a\":1,\"a\":2}", false },
        { "{\"productName\":\"a\\u0000b\"}", false }, { "{\"product\\u0000Name\":\"a\"}", false }, { "{\"productName\":\"\\ud800\"}", false },
        { "{\"productName\":1e999}", false }, { "{\"productName\":NaN}", false }, { "{\"annualYield\":1e400000}", false },
        { "{\"productName\":{\"masked\":\"x\",\"cipher\":\"y\"}}", true }, { "{\"productName\":[[[[[[1]]]]]]}", true },
        { "{\"photos\":[{\"sha256\":\"" + "f" + "\"}]}", true }, { "{\"photos\":{\"sha256\":1}}", true },
        { "{\"certificates\":[null,1,\"x\",{\"kind\":[]}]}", true }, { "{\"unit\":[\"kg\"]}", true }, { "{\"\":\"\"}", true },
        { "{\"productName\":\"\\u202e\\u200b\"}", true }, { "{\"annualYield\":-0.0000000000000000000000000001}", true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answers_of_any_shape_are_kept_or_refused_RL5(string answers, bool kept)
    {
        var given = await GivenFiler.Registered(app);

        var made = await given.Recorder.SendRaw(HttpMethod.Post, Filings, $$"""{"kind":"product","answers":{{answers}}}""");

        Assert.True(
            kept ? (int)made.StatusCode == HttpStatus.Created : (int)made.StatusCode is 400 or 422,
            $"{(int)made.StatusCode}: {await made.Content.ReadAsStringAsync()}");
        var listed = await GivenFiler.List(given.Recorder);
        Assert.Equal(kept ? 1 : 0, listed.Count);
        if (kept) await (await given.Submit(listed[0].GetProperty("id").GetString()!)).ShouldBe(422, "form/answers-invalid");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kind":null}""")]
    [InlineData("""{"kind":"products"}""")]
    [InlineData("""{"kind":1}""")]
    [InlineData("""{"kind":["product"]}""")]
    public async Task Kind_is_one_of_four_RL5(string body) =>
        await (await (await GivenFiler.Registered(app)).Recorder.SendRaw(HttpMethod.Post, Filings, body)).ShouldBe(400, "common/malformed");

    [Theory]
    [InlineData("issuance", """{"validFrom":"2026-13-01"}""", 400)]
    [InlineData("issuance", """{"validTo":7}""", 400)]
    [InlineData("issuance", """{"validFrom":"0001-01-01","validTo":"9999-12-31"}""", 422)]
    [InlineData("issuance", """{"validFrom":"9999-12-31"}""", 422)]
    [InlineData("issuance", """{"validFrom":"9995-12-31","validTo":"9999-12-31"}""", 422)]
    [InlineData("return", """{}""", 400)]
    [InlineData("return", """{"opinion":null}""", 400)]
    [InlineData("return", """{"opinion":"a\u0000b"}""", 400)]
    [InlineData("return", """{"opinion":["a"]}""", 400)]
    public async Task Decision_of_any_shape_is_taken_or_refused_RL5(string deed, string body, int status)
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");

        await (await given.Regulator.SendRaw(HttpMethod.Put, $"{Filings}/{id}/{deed}", body)).ShouldBe(status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("..%2F..%2Fadmin")]
    [InlineData("%E8%8C%B6")]
    [InlineData("0123456789abcdef0123")]
    public async Task Filing_that_never_was_is_not_there_RL5(string id)
    {
        var given = await GivenFiler.Registered(app);

        await (await given.Recorder.GetAsync($"{Filings}/{id}")).ShouldBe(404, "common/not-found");
        await (await given.Recorder.DeleteAsync($"{Filings}/{id}")).ShouldBe(404, "common/not-found");
        await (await given.Regulator.PutAsync($"{Filings}/{id}/issuance", new { })).ShouldBe(404, "common/not-found");
    }
}
