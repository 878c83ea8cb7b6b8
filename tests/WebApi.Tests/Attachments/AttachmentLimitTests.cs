using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.Forms;
using Suyuan.Silo.Storage;

namespace Suyuan.Attachments.Tests;

/// <summary>An application of its own, with little room, and a clock that is set forward.</summary>
public sealed class AttachmentLimitTests : IAsyncLifetime, IDisposable
{
    private const string Attachments = "/api/v1/attachments";

    private readonly SuyuanApp app = new()
    {
        Settings = new Dictionary<string, string?> { ["Attachments:QuotaMiB"] = "1", ["RateLimits:Upload:PerMinute"] = "20" },
    };

    private NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Enterprise_keeps_no_more_than_its_quota_however_many_it_sends_at_once_FM3()
    {
        var farm = await GivenUploader.Create(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => farm.Upload(SampleFile.Png(data: new byte[400_000]))));

        Assert.Equal(2, answers.Count(answer => answer.IsSuccessStatusCode));
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode))
            await answer.ShouldBe(409, "attachment/quota-exceeded");
        Assert.Equal(2L, await Ask<long>("select count(*) from pg_largeobject_metadata"));
    }

    [Fact]
    public async Task Second_file_waits_for_the_first_before_it_is_told_that_there_is_no_room_RL3()
    {
        await using var first = await Database.OpenConnectionAsync();
        await using var second = await Database.OpenConnectionAsync();
        await using var open = await first.BeginTransactionAsync();
        Assert.Equal("held", await Hold(first, 'a'));

        var waiting = Hold(second, 'b');
        while (!(bool)(await Ask<object>("select exists (select from pg_locks where locktype = 'advisory' and not granted)")))
            Assert.False(waiting.IsCompleted, "It did not wait.");
        await open.CommitAsync();

        Assert.Equal("over-quota", await waiting);
    }

    [Fact]
    public async Task Uploads_over_what_a_node_takes_at_once_are_told_to_come_again_RL6()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Attachments:Uploads", "1")]).Build();
        using var uploads = new AttachmentUploads(app.Services.GetRequiredService<AttachmentStore>(), TimeProvider.System, configuration);
        var head = SampleFile.Mp4Head("isom", 1_000_000);
        var slow = new PatternStream(head, head.Length + 1_000_000) { PausesAt = 500_000 };

        var first = Take(uploads, slow);
        await slow.Paused;
        var second = await Take(uploads, new MemoryStream(SampleFile.Jpeg()));
        slow.Continue();

        Assert.Equal(AttachmentRefusals.Busy(5).Code, second.Refusal?.Code);
        Assert.False((await first).Refused);
        Assert.False((await Take(uploads, new MemoryStream(SampleFile.Jpeg()))).Refused);
    }

    [Fact]
    public async Task Uploads_over_the_limit_are_429_with_Retry_After()
    {
        var farm = await GivenUploader.Create(app);
        for (var i = 0; i < 20; i++) await farm.Upload("no file"u8.ToArray());

        await (await farm.Upload(SampleFile.Jpeg())).ShouldBe(429, "common/too-many-requests");
    }

    [Fact]
    public async Task File_that_nobody_refers_to_goes_a_day_and_an_hour_later_FM3()
    {
        var farm = await GivenUploader.Create(app);
        var (unused, drafted) = (await farm.Uploaded(SampleFile.Png()), await farm.Uploaded(SampleFile.Png()));
        await Refer(farm, "zone-1", drafted);

        app.Clock.Advance(TimeSpan.FromHours(23.9));
        Assert.Equal(0, await Sweep());
        Assert.Equal([unused, drafted], await Known(farm, unused, drafted));
        app.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(0, await Sweep());
        Assert.Equal([drafted], await Known(farm, unused, drafted));
        app.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(1, await Sweep());

        await farm.SignInAgain();
        await (await farm.Recorder.GetAsync($"{Attachments}/{unused}")).ShouldBe(404, "common/not-found");
        await (await farm.Recorder.GetAsync($"{Attachments}/{drafted}")).ShouldBe(HttpStatus.Ok);
        Assert.Equal(1L, await Ask<long>("select count(*) from pg_largeobject_metadata"));
    }

    [Fact]
    public async Task File_stays_for_whom_a_record_names_it_even_when_the_record_has_changed_since_FM3()
    {
        var (farm, other) = (await GivenUploader.Create(app), await GivenUploader.Create(app));
        var file = SampleFile.Pdf();
        var digest = await farm.Uploaded(file);
        await other.Uploaded(file);
        await Refer(farm, "zone-1", digest);
        await Refer(farm, "zone-1", null, version: 1);

        app.Clock.Advance(TimeSpan.FromHours(25));
        await Sweep();
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await Sweep());

        await Task.WhenAll(farm.SignInAgain(), other.SignInAgain());
        await (await farm.Recorder.GetAsync($"{Attachments}/{digest}")).ShouldBe(HttpStatus.Ok);
        await (await other.Recorder.GetAsync($"{Attachments}/{digest}")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Condemned_file_is_saved_by_a_record_that_was_being_written_and_by_its_upload_FM3()
    {
        var farm = await GivenUploader.Create(app);
        var (written, sent) = (SampleFile.Jpeg(), SampleFile.Jpeg());
        var digests = new[] { await farm.Uploaded(written), await farm.Uploaded(sent) };
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Sweep();
        Assert.Empty(await Known(farm, digests));

        await Refer(farm, "zone-1", digests[0]);
        await farm.SignInAgain();
        await (await farm.Upload(sent)).ShouldBe(HttpStatus.Ok);
        app.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(0, await Sweep());
        Assert.Equal(digests.Order(), (await Known(farm, digests)).Order());
    }

    [Fact]
    public async Task Reference_in_a_draft_that_came_before_its_file_keeps_the_file_FM3()
    {
        var farm = await GivenUploader.Create(app);
        var file = SampleFile.Webp();
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        await Refer(farm, "zone-1", digest);
        await farm.Uploaded(file);

        app.Clock.Advance(TimeSpan.FromHours(25));
        await Sweep();

        Assert.Equal([digest], await Known(farm, digest));
    }

    /// <summary>700 of 1,000 bytes.</summary>
    private static async Task<string> Hold(NpgsqlConnection connection, char digit)
    {
        var file = JsonSerializer.Serialize(new
        {
            sha256 = new string(digit, 64), mediaType = "image/png", bytes = 700, enterprise = "91330100799655058B", account = "a", at = DateTimeOffset.UtcNow,
        });
        await using var command = new NpgsqlCommand($"select hold_attachment('{file}'::jsonb, lo_create(0), 1000)", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static Task<Result<TakenAttachment>> Take(AttachmentUploads uploads, Stream body)
    {
        var request = new DefaultHttpContext { Request = { Body = body } }.Request;
        return uploads.Take(request, null, new("recorder", Role.Recorder, "91330100799655058B"), default);
    }

    private Task<int> Sweep() => app.Services.GetRequiredService<AttachmentSweeper>().Sweep(default);

    /// <summary>Writes a record as a grain does: wherever in it a file stands, the record refers to it.</summary>
    private async Task Refer(GivenUploader farm, string key, string? digest, int? version = null)
    {
        await Ask<object>("""
            do $$ begin
                if not exists (select from grain_kinds where kind = 'attachment-test') then perform add_grain_kind('attachment-test'); end if;
            end $$; select 1
            """);
        var photos = digest is null ? [] : new object[] { new { rows = new[] { new { photo = new { sha256 = digest, name = "x" } } } } };
        var payload = JsonSerializer.Serialize(new { actor = "a", state = new { answers = new { photos } } });
        var written = await Ask<object>(
            $"select write_grain_state('attachment-test', '{key}-{farm.CreditCode}', {version?.ToString() ?? "null"}, '{payload}'::jsonb)");
        Assert.IsType<int>(written);
    }

    private async Task<IEnumerable<string>> Known(GivenUploader farm, params string[] digests)
    {
        var found = await app.Services.GetRequiredService<IFacts>()
            .Find<KnownReferences>("find_known_references", farm.CreditCode, digests, Array.Empty<string>(), Array.Empty<string>());
        return digests.Where(found!.Attachments.ContainsKey);
    }

    private async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
