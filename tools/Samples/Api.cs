using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Suyuan.Collector;

namespace Suyuan.Samples;

/// <summary>The public API as one account sees it. What may be repeated is repeated until it is answered.</summary>
internal sealed class Api(HttpClient http, string? token = null, string? deviceKey = null)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan JobPause = TimeSpan.FromMilliseconds(200);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public async Task<Api> SignIn(string userName, string password, CancellationToken cancellationToken) =>
        new(http, (await Post("sessions", new { userName, password }, cancellationToken)).Text("accessToken"));

    public Task<Answer> Get(string path, CancellationToken cancellationToken, params string[] accepted) =>
        Send(() => new(HttpMethod.Get, path), cancellationToken, accepted);

    public Task<Answer> Post(string path, object body, CancellationToken cancellationToken, params string[] accepted) =>
        Send(() => new(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) }, cancellationToken, accepted);

    /// <summary>A creation that its key makes safe to repeat.</summary>
    public Task<Answer> PostOnce(string path, string key, object body, CancellationToken cancellationToken) =>
        Send(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) };
                request.Headers.Add("Idempotency-Key", key);
                return request;
            },
            cancellationToken);

    public Task<Answer> Put(string path, object body, CancellationToken cancellationToken, params string[] accepted) =>
        Send(() => new(HttpMethod.Put, path) { Content = JsonContent.Create(body, options: Json) }, cancellationToken, accepted);

    /// <summary>Edits what is there now: the tag of the resource goes along.</summary>
    public Task<Answer> Edit(
        HttpMethod method, string path, string tag, object? body, CancellationToken cancellationToken, params string[] accepted) =>
        Send(
            () =>
            {
                var request = new HttpRequestMessage(method, path)
                    { Content = body is null ? null : JsonContent.Create(body, options: Json) };
                request.Headers.TryAddWithoutValidation("If-Match", tag);
                return request;
            },
            cancellationToken,
            accepted);

    public Task<Answer> Import(string path, string csv, CancellationToken cancellationToken) =>
        Send(
            () => new(HttpMethod.Post, path)
            {
                Content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "samples.csv" } },
            },
            cancellationToken);

    public Task<Answer> Upload(string path, byte[] content, CancellationToken cancellationToken) =>
        Send(() => new(HttpMethod.Post, path) { Content = new ByteArrayContent(content) }, cancellationToken);

    /// <summary>An import that answers with a job: waits for its end.</summary>
    public async Task ImportByJob(string path, string csv, CancellationToken cancellationToken)
    {
        var started = await Import(path, csv, cancellationToken);
        for (var job = started; ; job = await Get($"jobs/{started.Text("id")}", cancellationToken))
        {
            if (job.Text("state") == "done") return;
            if (job.Text("endedAt").Length > 0) throw new SampleException($"The import {path} ended so: {job.Body}");
            await Task.Delay(JobPause, cancellationToken);
        }
    }

    public async Task<List<JsonElement>> List(string path, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        var first = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200";
        for (var next = first; ;)
        {
            var page = await Get(next, cancellationToken);
            items.AddRange(page.Body.GetProperty("items").EnumerateArray());
            if (page.Text("nextCursor") is not { Length: > 0 } cursor) return items;
            next = $"{first}&cursor={Uri.EscapeDataString(cursor)}";
        }
    }

    private async Task<Answer> Send(Func<HttpRequestMessage> make, CancellationToken cancellationToken, params string[] accepted)
    {
        var since = Stopwatch.GetTimestamp();
        for (var resend = 1; ; resend++)
        {
            using var request = make();
            request.RequestUri = new Uri(http.BaseAddress!, $"api/v1/{request.RequestUri}");
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (deviceKey is not null) request.Headers.Add("X-Device-Key", deviceKey);
            using var response = await TrySend(request, cancellationToken);
            if (response is not null && !Patience.MeansTryAgain(response.StatusCode))
                return await Read(request, response, accepted, cancellationToken);

            if (Stopwatch.GetElapsedTime(since) > Longest) throw new SampleException($"The node does not answer {request.RequestUri}.");
            await Task.Delay(Patience.PauseBefore(resend, response), cancellationToken);
        }
    }

    private async Task<HttpResponseMessage?> TrySend(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<Answer> Read(
        HttpRequestMessage request, HttpResponseMessage response, string[] accepted, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var body = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : default;
        var answer = new Answer(response.StatusCode, body, response.Headers.ETag?.ToString());
        if (answer.Succeeded || accepted.Contains(answer.Code)) return answer;
        throw new SampleException($"{request.Method} {request.RequestUri!.PathAndQuery}: {(int)answer.Status} {text}");
    }
}
