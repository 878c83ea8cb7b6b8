using System.Net.Http.Headers;
using System.Security.Cryptography;
using Suyuan.Attachments.Tests;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.IdentityCodes.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>Pictures, films and documents that the published view names, as a consumer's browser fetches them (PB3).</summary>
[Collection(AppCollection.Name)]
public sealed class PublishedFileTests(SuyuanApp app)
{
    private readonly Consumer consumer = new(app.Anonymous);

    private static string DigestOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static object[] Named(byte[] file) => [new { sha256 = DigestOf(file), name = "周建国 13812345678.bin" }];

    private Task<HttpResponseMessage> File(string code, byte[] file, params (string, string)[] headers) =>
        consumer.Get($"/q/{code}/files/{DigestOf(file)}", headers: headers);

    private Task Missing(string code, byte[] file) => Then(File(code, file), 404, "lookup/unknown-code");

    private static async Task Then(Task<HttpResponseMessage> asked, int status, string problem) => await (await asked).ShouldBe(status, problem);

    private static async Task Upload(GivenCodes given, params byte[][] files)
    {
        foreach (var file in files)
            await (await given.Recorder.SendRaw(HttpMethod.Post, "/api/v1/attachments", file, "application/octet-stream")).ShouldBe(HttpStatus.Created);
    }

    private static async Task Record(GivenCodes given, int daysAgo, byte[] photo)
    {
        var pruning = new { date = GivenBatch.Day(daysAgo), manner = "light", personInCharge = "周建国", photos = Named(photo) };
        var record = await given.Batch.Add("pruning", pruning);
        await (await given.Recorder.PutAsync($"{given.Batch.Path}/records/{record}/submission", new { })).ShouldBe(HttpStatus.Ok);
    }

    private static Task<HttpResponseMessage> Publish(GivenCodes given) =>
        given.Administrator.PutAsync(given.Batch.Path + "/publication/items", new { items = new[] { "pruning" } });

    /// <summary>A film in the public profile, a photo in a pruning; each code of the range is known.</summary>
    private async Task<(GivenCodes Given, string Range, byte[] Film, byte[] Photo)> Labelled()
    {
        var given = await GivenCodes.Create(app);
        var (film, photo) = (SampleFile.Mp4(dataLength: 300_000), SampleFile.Jpeg(new byte[1_000]));
        await Upload(given, film, photo);
        await Record(given, 9, photo);
        var profile = new { productIntroduction = "谷雨前采摘", enterpriseIntroduction = "高山有机茶园", video = Named(film) };
        await (await given.Administrator.PutAsync($"{given.Producer.Path}/public-profiles/{given.Producer.ProductFiling}", new { answers = profile }, 0))
            .ShouldBe(HttpStatus.Ok);
        var range = await given.Bound(0, 9);
        await consumer.Known(given.Code(0));
        return (given, range, film, photo);
    }

    [Fact]
    public async Task A_film_travels_whole_in_ranges_and_not_twice_PB3()
    {
        var (given, _, film, _) = await Labelled();
        var code = given.Code(0);
        Assert.Contains($"files/{DigestOf(film)}", await consumer.Page($"/q/{code}"), StringComparison.Ordinal);

        using var whole = await File(code, film);
        await whole.ShouldBe(HttpStatus.Ok);
        Assert.Equal("video/mp4", whole.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", whole.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        // Its name stays inside: people write names of people into names of files.
        Assert.Equal(DigestOf(film), whole.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(film, await whole.Content.ReadAsByteArrayAsync());

        using var part = await File(code, film, ("Range", "bytes=1000-1999"));
        await part.ShouldBe(206);
        Assert.Equal(new ContentRangeHeaderValue(1000, 1999, film.Length), part.Content.Headers.ContentRange);
        Assert.Equal(film[1000..2000], await part.Content.ReadAsByteArrayAsync());
        await Then(File(code, film, ("Range", $"bytes={film.Length}-")), 416, "attachment/range-not-satisfiable");
        await (await File(code, film, ("If-None-Match", $"\"{DigestOf(film)}\""))).ShouldBe(304);

        using var head = await consumer.Send(HttpMethod.Head, $"/q/{code}/files/{DigestOf(film)}");
        await head.ShouldBe(HttpStatus.Ok);
        Assert.Equal(($"\"{DigestOf(film)}\"", film.Length), (head.Headers.ETag?.Tag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_photo_goes_out_without_the_notes_of_its_camera_which_stay_with_its_owner_PB4()
    {
        var (given, _, _, _) = await Labelled();
        byte[] notes = [.. "Exif\0\0II*\0"u8, .. "GPS 28.8243,121.2954 iPhone of Wang Bolin"u8];
        byte[] taken = [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(2 + notes.Length), .. notes, .. SampleFile.Jpeg(new byte[600_000])[2..]];
        await Upload(given, taken);
        await Record(given, 3, taken);
        await (await Publish(given)).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => (await File(given.Code(0), taken)).IsSuccessStatusCode);

        using var shown = await File(given.Code(0), taken);
        var copy = await shown.Content.ReadAsByteArrayAsync();
        Assert.Equal(-1, copy.AsSpan().IndexOf("GPS"u8));
        Assert.True(copy.Length > 600_000);
        Assert.Equal(($"\"{DigestOf(taken)}-public\"", (long?)copy.Length), (shown.Headers.ETag?.Tag, shown.Content.Headers.ContentLength));
        using var part = await File(given.Code(0), taken, ("Range", "bytes=262000-400000"));
        await part.ShouldBe(206);
        Assert.Equal(copy[262_000..400_001], await part.Content.ReadAsByteArrayAsync());
        await (await File(given.Code(0), taken, ("If-None-Match", $"\"{DigestOf(taken)}-public\""))).ShouldBe(304);

        Assert.Equal(taken, await given.Recorder.GetByteArrayAsync($"/api/v1/attachments/{DigestOf(taken)}"));
    }

    [Fact]
    public async Task Only_what_is_published_of_this_code_s_own_batch_is_given_out_PB3()
    {
        var (given, _, film, photo) = await Labelled();
        var (other, _, foreign, _) = await Labelled();
        var code = given.Code(0);
        await Missing(code, photo);
        await Missing(code, foreign);
        await Missing(other.Code(0), film);
        await Missing(given.Code(50), film);
        await (await consumer.Get($"/q/{code}/files/..%2f..%2fetc")).ShouldBe(400);

        await (await Publish(given)).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => (await File(code, photo)).IsSuccessStatusCode);
        await Missing(other.Code(0), photo);

        await (await given.Administrator.DeleteAsync(given.Batch.Path + "/publication/items/pruning")).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => !(await File(code, photo)).IsSuccessStatusCode);
        await (await File(code, film)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task A_recalled_product_gives_out_no_file_of_its_deep_trace_LK3()
    {
        var (given, range, film, photo) = await Labelled();
        await (await Publish(given)).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => (await File(given.Code(3), photo)).IsSuccessStatusCode);

        await (await given.Freeze(range, 3, 3, reason: "农残超标")).ShouldBe(HttpStatus.Ok);
        await LookupApp.Until(async () => (await consumer.LookUp(given.Code(3))).GetProperty("state").GetString() == "recalled");

        await Missing(given.Code(3), photo);
        await (await File(given.Code(3), film)).ShouldBe(HttpStatus.Ok);
        await (await File(given.Code(4), photo)).ShouldBe(HttpStatus.Ok);
        var answer = await consumer.LookUp(given.Code(3));
        Assert.Equal([DigestOf(film)], answer.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("sha256").GetString()));
        Assert.DoesNotContain(DigestOf(photo), answer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("身份码不存在", await consumer.Page($"/q/{given.Code(3)}/records/pruning", status: 404), StringComparison.Ordinal);

        var page = await consumer.Page($"/q/{given.Code(3)}");
        Assert.DoesNotContain("修剪管理", page, StringComparison.Ordinal);
        int At(string text) => page.IndexOf(text, StringComparison.Ordinal);
        Assert.True(At("该产品已被召回") < At("防伪信息") && At("农残超标") < At("<h2 id=\"basic\">"));
    }
}
