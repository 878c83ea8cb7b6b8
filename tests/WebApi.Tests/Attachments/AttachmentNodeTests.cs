using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Npgsql;
using Suyuan.Common.Tests;
using Suyuan.Reliability.Tests;

namespace Suyuan.Attachments.Tests;

/// <summary>Large files, and files cut short, on a node that is a process of its own.</summary>
public sealed class AttachmentNodeTests : IAsyncLifetime
{
    private const string Attachments = "/api/v1/attachments";
    private const long MiB = 1024 * 1024;
    private const long Film = 200 * MiB - 1024;

    private readonly NodeApp node = new();

    public async Task InitializeAsync()
    {
        await node.Start();
        await node.ReachDatabase();
    }

    public async Task DisposeAsync() => await node.DisposeAsync();

    [Fact]
    public async Task Film_of_200_MiB_goes_in_and_out_and_the_node_hardly_grows_FM3()
    {
        var farm = await GivenUploader.Create(node);
        // The first of everything costs what is there once: code, buffers, connections.
        _ = await farm.Recorder.GetByteArrayAsync($"{Attachments}/{await farm.Uploaded(SampleFile.Mp4(dataLength: MiB))}");
        var (head, before) = (SampleFile.Mp4Head("isom", Film), Memory("VmRSS"));
        await File.WriteAllTextAsync($"/proc/{node.ProcessId}/clear_refs", "5");

        var taken = await (await Send(farm, new PatternStream(head, head.Length + Film))).Read();
        using var answer = await farm.Recorder.GetAsync(
            $"{Attachments}/{taken.GetProperty("sha256").GetString()}", HttpCompletionOption.ResponseHeadersRead);
        await using var content = await answer.Content.ReadAsStreamAsync();
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));

        Assert.Equal(taken.GetProperty("sha256").GetString(), digest);
        Assert.Equal(head.Length + Film, taken.GetProperty("bytes").GetInt64());
        Assert.Equal(digest, Convert.ToHexStringLower(await SHA256.HashDataAsync(new PatternStream(head, head.Length + Film))));
        var grown = (Memory("VmHWM") - before) / MiB;
        Assert.True(grown < 64, $"The node grew by {grown} MiB.");
    }

    [Fact]
    public async Task Node_killed_while_a_file_comes_in_leaves_nothing_of_it_FM3()
    {
        var farm = await GivenUploader.Create(node);
        var head = SampleFile.Mp4Head("isom", Film);
        using var half = new PatternStream(head, head.Length + Film) { PausesAt = Film / 2 };

        var sending = Send(farm, half);
        await half.Paused;
        await node.Kill();
        half.Continue();

        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
        await LeftNothing();
    }

    [Fact]
    public async Task Node_killed_while_it_stores_a_file_leaves_nothing_of_it_FM3()
    {
        var farm = await GivenUploader.Create(node);
        var head = SampleFile.Mp4Head("isom", 4 * MiB);

        // What is written waits here for its last row: all of the large object is there, and nothing is committed.
        await Do("begin; lock table attachments in share mode");
        var sending = Send(farm, new PatternStream(head, head.Length + 4 * MiB));
        await Until("select exists (select from pg_locks where relation = 'attachments'::regclass and not granted)");
        await node.Kill();
        await Do("rollback");

        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
        await Until("select not exists (select from pg_stat_activity where application_name = 'suyuan' and state <> 'idle')");
        await LeftNothing();
        await node.Start();
        await (await Send(farm, new PatternStream(head, head.Length + 4 * MiB))).ShouldBe(HttpStatus.Created);
    }

    private async Task LeftNothing()
    {
        foreach (var table in new[] { "attachments", "attachment_holders", "pg_largeobject_metadata" })
            Assert.Equal(0L, await Ask<long>($"select count(*) from {table}"));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetTempPath(), "suyuan-*"), file => new FileInfo(file).Length > MiB);
    }

    private static async Task<HttpResponseMessage> Send(GivenUploader farm, Stream content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Attachments) { Content = new StreamContent(content, 64 * 1024) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
        return await farm.Recorder.SendAsync(request);
    }

    private long Memory(string of)
    {
        var line = File.ReadLines($"/proc/{node.ProcessId}/status").First(line => line.StartsWith(of, StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private async Task Do(string sql)
    {
        await using var command = new NpgsqlCommand(sql, node.Session);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> Ask<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, node.Session);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task Until(string sql)
    {
        for (var since = Stopwatch.GetTimestamp(); !await Ask<bool>(sql);)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(60), sql);
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
