using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Suyuan.Collector;

/// <summary>A person at the gin, signed in: what is done with an account and not with a device's key.</summary>
public sealed class GinClient(HttpClient http)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private string? token;

    public async Task<GinClient> SignIn(string user, string password, CancellationToken cancellationToken)
    {
        var session = await Read<JsonElement>(
            await Send(HttpMethod.Post, "sessions", JsonContent.Create(new { userName = user, password }), cancellationToken),
            cancellationToken);
        token = session.GetProperty("accessToken").GetString();
        return this;
    }

    /// <summary>Exports the un-ginned cards for a line to a folder, which is the U-disk, and tells the file.</summary>
    public async Task<string> ExportCards(string gin, int line, string folder, CancellationToken cancellationToken)
    {
        using var answer = await Send(HttpMethod.Post, $"gins/{gin}/card-files", JsonContent.Create(new { line }), cancellationToken);
        var name = answer.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? $"cards-{gin}-{line}.csv";
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Path.GetFileName(name));
        DurableFile.Write(path, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        return path;
    }

    /// <summary>Uploads a collection file and follows its job to the end.</summary>
    public async Task<UploadReport> Upload(
        string gin, int line, string path, Action<UploadJob>? observe, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(path, cancellationToken)), "file", Path.GetFileName(path));
        var job = await Read<UploadJob>(
            await Send(HttpMethod.Post, $"gins/{gin}/lines/{line}/uploads", form, cancellationToken), cancellationToken);
        while (!job.Ended)
        {
            await Task.Delay(Look, cancellationToken);
            job = await Read<UploadJob>(await Send(HttpMethod.Get, $"jobs/{job.Id}", null, cancellationToken), cancellationToken);
            observe?.Invoke(job);
        }

        return job.Report
            ?? throw new CollectorException($"The upload is {job.State}: {job.Problem?.GetRawText() ?? "upload the file again"}");
    }

    /// <summary>The answer to every row, as .csv.</summary>
    public async Task SaveReport(UploadReport report, string path, CancellationToken cancellationToken)
    {
        using var answer = await Send(HttpMethod.Get, report.Report["/api/v1/".Length..], null, cancellationToken);
        await using var file = File.Create(path);
        await answer.Content.CopyToAsync(file, cancellationToken);
    }

    public async Task<JsonElement> Get(string path, CancellationToken cancellationToken) =>
        await Read<JsonElement>(await Send(HttpMethod.Get, path, null, cancellationToken), cancellationToken);

    private async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            var answer = await http.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode) return answer;
            using var refused = answer;
            throw new CollectorException($"{path}: {await refused.Content.ReadFromJsonAsync<LineProblem>(cancellationToken)}");
        }
        catch (HttpRequestException lost)
        {
            throw new CollectorException($"{http.BaseAddress} does not answer: {lost.Message}", lost);
        }
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var owned = answer;
        return (await answer.Content.ReadFromJsonAsync<T>(cancellationToken))!;
    }
}
