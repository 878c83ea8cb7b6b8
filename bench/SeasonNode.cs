using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Suyuan.Samples;
using Suyuan.Silo.Hosting;

namespace Suyuan.Bench;

/// <summary>A node on a generated season, and its callers signed in.</summary>
internal sealed class SeasonNode : IAsyncDisposable
{
    private const string Password = "bench-only-93bd1e";

    /// <summary>A connection tells the server what it has read at most so much later.</summary>
    private static readonly TimeSpan CountersSettle = TimeSpan.FromSeconds(1.2);

    private readonly BenchNode node;
    private readonly NodeDatabase database;
    private readonly HttpClient http;
    private readonly Dictionary<string, string> tokens = [];

    private SeasonNode(BenchNode node, NodeDatabase database, SeasonFacts facts)
    {
        this.node = node;
        this.database = database;
        Facts = facts;
        http = new() { BaseAddress = node.Address };
    }

    public SeasonFacts Facts { get; }

    public long MemoryBytes => node.MemoryBytes;

    public static async Task<SeasonNode> Start(string folder, CancellationToken cancellationToken)
    {
        var node = await BenchNode.Start(folder, cancellationToken);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build();
        var database = await NodeDatabase.Open(configuration, NullLogger.Instance, cancellationToken);
        var started = new SeasonNode(node, database, await SeasonFacts.Of(database, cancellationToken));
        await started.SignIn(cancellationToken);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await node.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Pages that the server has looked at so far: what a question costs, whatever else the machine does.</summary>
    public async Task<long> PagesRead(CancellationToken cancellationToken)
    {
        await Task.Delay(CountersSettle, cancellationToken);
        await using var command = database.Source.CreateCommand(
            "select blks_hit + blks_read from pg_stat_database where datname = current_database()");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>One question and its whole answer, in milliseconds.</summary>
    public async Task<double> Ask(string caller, string path, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        using var answer = await Send(caller, path, cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        // Storage that took too long is an answer too, and its time tells enough.
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.ServiceUnavailable) return took;
        throw new BenchException(
            $"{caller} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>The cursor after so many pages of 200, or before the last one where the list is shorter.</summary>
    public async Task<string> Deep(string caller, string path, int pages, CancellationToken cancellationToken)
    {
        var cursor = "";
        for (var page = 0; page < pages; page++)
        {
            using var answer = await Send(caller, $"{path}limit=200{cursor}", cancellationToken);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            if (!body.RootElement.TryGetProperty("nextCursor", out var next) || next.ValueKind != JsonValueKind.String) break;
            cursor = $"&cursor={Uri.EscapeDataString(next.GetString()!)}";
        }

        return cursor;
    }

    private async Task<HttpResponseMessage> Send(string caller, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[caller]);
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task SignIn(CancellationToken cancellationToken)
    {
        var platform = await new Api(http).SignIn("platform", BenchNode.PlatformPassword, cancellationToken);
        foreach (var (role, scope) in ((string, string)[])[
            ("ginner", Facts.Gin), ("regiment", Facts.Regiment), ("company", Facts.Company), ("grower", Facts.Grower),
            ("regulator", Facts.Division)])
        {
            var userName = $"bench-{role}-{scope}"[..Math.Min(32, $"bench-{role}-{scope}".Length)];
            tokens[role] = await Token(platform, userName, role, scope, cancellationToken);
        }
    }

    private async Task<string> Token(Api platform, string userName, string role, string scope, CancellationToken cancellationToken)
    {
        await platform.Post(
            "accounts",
            new { userName, password = Password, displayName = userName, roles = new[] { new { role, scope } } },
            cancellationToken,
            "account/user-name-taken");
        return (await new Api(http).Post("sessions", new { userName, password = Password }, cancellationToken)).Text("accessToken");
    }
}
