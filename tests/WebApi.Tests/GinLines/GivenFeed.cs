using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Suyuan.GinLines.Tests;

/// <summary>A live feed as a screen at the gin reads it.</summary>
internal sealed class GivenFeed : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private readonly CancellationTokenSource patience = new(Longest);
    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private GivenFeed(HttpResponseMessage answer, Stream body)
    {
        this.answer = answer;
        items = SseParser.Create(body).EnumerateAsync(patience.Token).GetAsyncEnumerator();
    }

    /// <summary>The id of the last message heard.</summary>
    public string? LastId { get; private set; }

    public static async Task<GivenFeed> Open(HttpClient client, string path, string? after = null)
    {
        var answer = await Ask(client, path, after);
        // The node may not have noticed yet that earlier feeds of the account were cut.
        using var patience = new CancellationTokenSource(Longest);
        while (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(20, patience.Token);
            answer = await Ask(client, path, after);
        }

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new(answer, await answer.Content.ReadAsStreamAsync()) { LastId = after };
    }

    public static async Task<HttpResponseMessage> Ask(HttpClient client, string path, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is not null) request.Headers.Add("Last-Event-ID", after);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next item, or null when the node ended the feed.</summary>
    public async Task<(string Type, JsonElement Data)?> Next()
    {
        if (!await items.MoveNextAsync()) return null;
        LastId = items.Current.EventId ?? LastId;
        return (items.Current.EventType, JsonDocument.Parse(items.Current.Data).RootElement);
    }

    /// <summary>The next item of one of these types.</summary>
    public async Task<(string Type, JsonElement Data)> Next(params string[] types)
    {
        while (await Next() is { } item)
        {
            if (types.Contains(item.Type)) return item;
        }

        throw new InvalidOperationException($"The feed ended without {string.Join(" or ", types)}.");
    }

    public Task<(string Type, JsonElement Data)> Message() => Next("scan", "bale", "finish", "reopen", "refusal");

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        await items.DisposeAsync();
        patience.Dispose();
    }
}
