using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.Attachments.Tests;

[Collection(AppCollection.Name)]
public sealed class AttachmentApiTests(SuyuanApp app)
{
    private const string Attachments = "/api/v1/attachments";

    [Fact]
    public async Task File_is_kept_under_its_digest_and_given_back_to_the_letter_FM3()
    {
        var farm = await GivenUploader.Create(app);
        var file = SampleFile.Jpeg(new byte[300_000]);

        var answer = await farm.Upload(file, "大棚.jpg");

        await answer.ShouldBe(HttpStatus.Created);
        var taken = await answer.Read();
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal(digest, taken.GetProperty("sha256").GetString());
        Assert.Equal("image/jpeg", taken.GetProperty("mediaType").GetString());
        Assert.Equal(file.Length, taken.GetProperty("bytes").GetInt32());
        Assert.Equal("大棚.jpg", taken.GetProperty("name").GetString());
        Assert.Equal($"{Attachments}/{digest}", answer.Headers.Location?.OriginalString);
        Assert.Equal(file, await farm.Recorder.GetByteArrayAsync($"{Attachments}/{digest}"));
    }

    [Fact]
    public async Task Form_s_file_is_the_same_file_whatever_its_name_says_FM3()
    {
        var farm = await GivenUploader.Create(app);
        var file = SampleFile.Png();

        var taken = await (await farm.UploadForm(file, "C:\\photos\\report.pdf")).Read();

        Assert.Equal("image/png", taken.GetProperty("mediaType").GetString());
        Assert.Equal("report.pdf", taken.GetProperty("name").GetString());
        await (await farm.Upload(file)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task Wrong_files_are_refused_each_by_its_own_code_FM3()
    {
        var farm = await GivenUploader.Create(app);

        await (await farm.Upload("<html><script>alert(1)</script>"u8.ToArray(), "photo.jpg", "image/jpeg"))
            .ShouldBe(415, "attachment/type-not-allowed");
        await (await farm.UploadForm("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "photo.png"))
            .ShouldBe(415, "attachment/type-not-allowed");
        await (await farm.Upload([.. SampleFile.Jpeg(), .. "<html>"u8])).ShouldBe(422, "attachment/hidden-content");
        await (await farm.Upload(SampleFile.Png()[..40])).ShouldBe(422, "attachment/damaged");
        await (await farm.Upload([])).ShouldBe(422, "attachment/file-missing");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        await (await farm.Recorder.PostAsync(Attachments, form)).ShouldBe(422, "attachment/file-missing");
        await (await farm.Upload("no form"u8.ToArray(), null, "multipart/form-data; boundary=x")).ShouldBe(422, "attachment/file-missing");
        await (await farm.Upload("no form"u8.ToArray(), null, "multipart/form-data")).ShouldBe(422, "attachment/file-missing");
        Assert.Equal(0L, await HeldBy(farm));
    }

    [Fact]
    public async Task Too_large_is_413_by_type_FM3()
    {
        var farm = await GivenUploader.Create(app);
        var most = 20 * 1024 * 1024;

        var picture = await (await farm.Upload(SampleFile.Jpeg(new byte[most]))).ShouldBe(413, "attachment/too-large");
        Assert.Equal("20", picture.GetProperty("arguments").GetProperty("mostMiB").GetString());
        await (await farm.Upload(SampleFile.Mp4(dataLength: most))).ShouldBe(HttpStatus.Created);
        var told = new HttpRequestMessage(HttpMethod.Post, Attachments) { Content = new StreamContent(Stream.Null) };
        told.Content.Headers.ContentLength = 300L * 1024 * 1024;
        told.Headers.ExpectContinue = true;
        await (await farm.Recorder.SendAsync(told)).ShouldBe(413, "attachment/too-large");
    }

    [Fact]
    public async Task Same_file_is_stored_once_however_many_send_it_at_once_FM3()
    {
        var farms = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => GivenUploader.Create(app)));
        var file = SampleFile.Png(data: new byte[1_500_000]);
        var objects = await Ask<long>("select count(*) from pg_largeobject_metadata");

        var answers = await Task.WhenAll(farms.SelectMany(farm => Enumerable.Range(0, 4).Select(_ => farm.Upload(file))));

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal(1L, await Ask<long>($"select count(*) from attachments where sha256 = '{digest}'"));
        Assert.Equal(3L, await Ask<long>($"select count(*) from attachment_holders where sha256 = '{digest}'"));
        Assert.Equal(objects + 1, await Ask<long>("select count(*) from pg_largeobject_metadata"));
    }

    [Fact]
    public async Task File_is_there_for_its_enterprise_and_those_who_oversee_it_and_nobody_else_FM3_SC1()
    {
        var farm = await GivenUploader.Create(app, "330106");
        var neighbour = await GivenUploader.Create(app, "330106");
        var path = $"{Attachments}/{await farm.Uploaded(SampleFile.Pdf())}";

        foreach (var district in new[] { "330106", "330100", "330000", "" })
            await (await (await farm.Regulator(district)).GetAsync(path)).ShouldBe(HttpStatus.Ok);
        await (await (await app.As(Role.Platform)).GetAsync(path)).ShouldBe(HttpStatus.Ok);
        foreach (var district in new[] { "330105", "320000", "08-143" })
            await (await (await farm.Regulator(district)).GetAsync(path)).ShouldBe(404, "common/not-found");
        await (await neighbour.Recorder.GetAsync(path)).ShouldBe(404, "common/not-found");
        await (await farm.Recorder.GetAsync($"{Attachments}/{new string('0', 64)}")).ShouldBe(404, "common/not-found");
        await (await farm.Recorder.GetAsync($"{Attachments}/not-a-digest")).ShouldBe(400);
        await (await (await app.As(Role.Regulator, "330106")).PostAsync(Attachments, new { })).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task File_is_served_so_that_no_browser_runs_it_SC3()
    {
        var farm = await GivenUploader.Create(app);
        var picture = await farm.Recorder.GetAsync($"{Attachments}/{await farm.Uploaded(SampleFile.Jpeg())}");
        var document = await (await farm.Upload(SampleFile.Pdf(), "检验\"报告.pdf")).Read();
        var saved = await farm.Recorder.GetAsync($"{Attachments}/{document.GetProperty("sha256").GetString()}");

        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.ToString());
        Assert.Equal("inline", picture.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("检验\"报告.pdf", saved.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.All([picture, saved], answer =>
        {
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
        });
    }

    [Fact]
    public async Task Unchanged_file_is_304_and_HEAD_tells_without_sending()
    {
        var farm = await GivenUploader.Create(app);
        var file = SampleFile.Webp();
        var digest = await farm.Uploaded(file);

        var head = await farm.Recorder.SendAsync(HttpMethod.Head, $"{Attachments}/{digest}");
        var again = await farm.Recorder.SendAsync(HttpMethod.Get, $"{Attachments}/{digest}", null, ("If-None-Match", $"\"{digest}\""));

        await head.ShouldBe(HttpStatus.Ok);
        Assert.Equal(file.Length, head.Content.Headers.ContentLength);
        Assert.Equal($"\"{digest}\"", head.Headers.ETag?.Tag);
        Assert.Equal("bytes", head.Headers.AcceptRanges.Single());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await farm.Recorder.SendAsync(HttpMethod.Head, $"{Attachments}/{new string('1', 64)}")).StatusCode);
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 0)]
    [InlineData("bytes=0-", 0, -1)]
    [InlineData("bytes=1-9", 1, 9)]
    [InlineData("bytes=262143-262144", 262_143, 262_144)]
    [InlineData("bytes=262144-600000", 262_144, 600_000)]
    [InlineData("bytes=-1", -1, -1)]
    [InlineData("bytes=-999", -999, -1)]
    [InlineData("bytes=-99999999", 0, -1)]
    [InlineData("bytes=700000-99999999", 700_000, -1)]
    public async Task Range_is_206_with_just_these_bytes_FM3(string range, int from, int to)
    {
        var (farm, file, path) = await Large();
        var (first, last) = (from < 0 ? file.Length + from : from, to < 0 ? file.Length + to : to);

        var answer = await farm.Recorder.SendAsync(HttpMethod.Get, path, null, ("Range", range));

        await answer.ShouldBe(206);
        Assert.Equal(new ContentRangeHeaderValue(first, last, file.Length), answer.Content.Headers.ContentRange);
        Assert.Equal(file[first..(last + 1)], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Range_that_is_not_there_is_416_and_one_that_makes_no_sense_is_ignored_FM3()
    {
        var (farm, file, path) = await Large();

        var beyond = await farm.Recorder.SendAsync(HttpMethod.Get, path, null, ("Range", $"bytes={file.Length}-"));
        await beyond.ShouldBe(416, "attachment/range-not-satisfiable");
        Assert.Equal(file.Length, beyond.Content.Headers.ContentRange?.Length);
        await (await farm.Recorder.SendAsync(HttpMethod.Get, path, null, ("Range", "bytes=-0"))).ShouldBe(416, "attachment/range-not-satisfiable");
        foreach (var range in new[] { "bytes=9-1", "bytes=x-y", "lines=0-1", "bytes=0-1,5-6", "bytes=" })
            Assert.Equal(file, await (await farm.Recorder.SendAsync(HttpMethod.Get, path, null, ("Range", range))).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task If_Range_gives_the_range_of_the_same_file_and_else_all_of_it_FM3()
    {
        var (farm, file, path) = await Large();
        var tag = $"\"{path.Split('/')[^1]}\"";

        var same = await farm.Recorder.SendAsync(HttpMethod.Get, path, null, ("Range", "bytes=5-9"), ("If-Range", tag));
        var other = await farm.Recorder.SendAsync(HttpMethod.Get, path, null, ("Range", "bytes=5-9"), ("If-Range", "\"another\""));

        await same.ShouldBe(206);
        Assert.Equal(file[5..10], await same.Content.ReadAsByteArrayAsync());
        await other.ShouldBe(HttpStatus.Ok);
        Assert.Equal(file.Length, (await other.Content.ReadAsByteArrayAsync()).Length);
    }

    private async Task<(GivenUploader Farm, byte[] File, string Path)> Large()
    {
        var farm = await GivenUploader.Create(app);
        var noise = new byte[800_000];
        Random.Shared.NextBytes(noise);
        var file = SampleFile.Png(data: noise);
        return (farm, file, $"{Attachments}/{await farm.Uploaded(file)}");
    }

    private Task<long> HeldBy(GivenUploader farm) =>
        Ask<long>($"select count(*) from attachment_holders where enterprise = '{farm.CreditCode}'");

    private async Task<T> Ask<T>(string sql)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
