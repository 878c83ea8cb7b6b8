using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Suyuan.Samples;

namespace Suyuan.Bench;

/// <summary>Callers of a node, each signed in once, and how long the answers to their questions take.</summary>
internal sealed class BenchCallers(Uri address) : IDisposable
{
    private const string Password = "bench-only-93bd1e";

    private readonly HttpClient http = new() { BaseAddress = address };
    private readonly Dictionary<string, string> tokens = [];

    public void Dispose() => http.Dispose();

    /// <summary>Makes an account for each caller, where it is not there yet, and signs it in under the caller's name.</summary>
    public async Task SignIn(IEnumerable<(string Caller, string Role, string Scope)> callers, CancellationToken cancellationToken)
    {
        var platform = await new Api(http).SignIn("platform", BenchNode.PlatformPassword, cancellationToken);
        foreach (var (caller, role, scope) in callers)
        {
            var userName = $"bench-{caller}-{scope}".ToLowerInvariant();
            userName = userName[..Math.Min(32, userName.Length)];
            await platform.Post(
                "accounts",
                new { userName, password = Password, displayName = userName, roles = new[] { new { role, scope } } },
                cancellationToken,
                "account/user-name-taken");
            var session = await new Api(http).Post("sessions", new { userName, password = Password }, cancellationToken);
            tokens[caller] = session.Text("accessToken");
        }
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
}
