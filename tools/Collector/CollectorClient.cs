using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suyuan.Collector;

/// <summary>
/// A collector's side of the protocol for one line. A message whose outcome is unknown is sent again as it was, with its sequence;
/// the line answers a repeat as before, so nothing is lost and nothing counts twice.
/// </summary>
public sealed class CollectorClient(HttpClient http, string gin, int line, string? deviceKey = null, Patience? patience = null)
{
    public const string DeviceKeyHeader = "X-Device-Key";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Patience patience = patience ?? Patience.Standard;
    private readonly string address = $"api/v1/gins/{gin}/lines/{line}";

    public string Gin => gin;

    public int Line => line;

    public async Task<LineStatus> GetLine(CancellationToken cancellationToken = default)
    {
        using var answer = await SendUntilAnswered(() => new(HttpMethod.Get, address), cancellationToken);
        if (!answer.Response.IsSuccessStatusCode)
            throw new CollectorException($"Line {line} of gin {gin} cannot be read: {await ProblemOf(answer.Response, cancellationToken)}");
        return (await answer.Response.Content.ReadFromJsonAsync<LineStatus>(Json, cancellationToken))!;
    }

    public async Task<LineReply> Send(LineMessage message, CancellationToken cancellationToken = default)
    {
        using var answer = await SendUntilAnswered(
            () => new(HttpMethod.Post, $"{address}/{message.Resource}") { Content = JsonContent.Create(message, options: Json) },
            cancellationToken);
        return answer.Response.IsSuccessStatusCode
            ? new(await answer.Response.Content.ReadFromJsonAsync<LineAnswer>(Json, cancellationToken), null, answer.Resent)
            : new(null, await ProblemOf(answer.Response, cancellationToken), answer.Resent);
    }

    private async Task<Answered> SendUntilAnswered(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        for (var resent = 0; ; resent++)
        {
            var (response, failure) = await TrySend(make, cancellationToken);
            if (response is not null && !Patience.MeansTryAgain(response.StatusCode)) return new(response, resent);

            using var refused = response;
            if (Stopwatch.GetElapsedTime(since) > patience.Longest)
                throw new CollectorException($"No answer from {http.BaseAddress} for {patience.Longest}.", failure);
            await Task.Delay(Patience.PauseBefore(resent + 1, refused), cancellationToken);
        }
    }

    private async Task<(HttpResponseMessage?, Exception?)> TrySend(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var request = make();
        if (deviceKey is not null) request.Headers.Add(DeviceKeyHeader, deviceKey);
        try
        {
            return (await http.SendAsync(request, cancellationToken), null);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException
            || lost is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, lost);
        }
    }

    private static async Task<LineProblem> ProblemOf(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var unworded = new LineProblem { Status = (int)response.StatusCode, Title = response.ReasonPhrase ?? "" };
        try
        {
            return await response.Content.ReadFromJsonAsync<LineProblem>(Json, cancellationToken) ?? unworded;
        }
        catch (JsonException)
        {
            return unworded;
        }
    }

    private sealed record Answered(HttpResponseMessage Response, int Resent) : IDisposable
    {
        public void Dispose() => Response.Dispose();
    }
}
