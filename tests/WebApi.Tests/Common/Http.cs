using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Suyuan.Common.Tests;

/// <summary>Statuses by the names that tests read best.</summary>
public static class HttpStatus
{
    public const int Ok = 200;
    public const int Created = 201;
    public const int Accepted = 202;
    public const int NoContent = 204;
}

/// <summary>Sends JSON in the API's dialect and looks at answers.</summary>
public static class Http
{
    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) =>
        client.PostAsJsonAsync(path, body, SuyuanJson.Options);

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body) =>
        client.PutAsJsonAsync(path, body, SuyuanJson.Options);

    /// <summary>A PUT with If-Match, as every edit has.</summary>
    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body, int revision) =>
        client.SendAsync(HttpMethod.Put, path, body, ("If-Match", $"\"{revision}\""));

    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, options: SuyuanJson.Options);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>A body as it stands, for what no serializer would write.</summary>
    public static async Task<HttpResponseMessage> SendRaw(
        this HttpClient client, HttpMethod method, string path, byte[] body, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        // A body that the server refuses unread must not be on its way already, or the answer is lost with the connection.
        request.Headers.ExpectContinue = body.Length > 64 * 1024;
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> SendRaw(this HttpClient client, HttpMethod method, string path, string body) =>
        client.SendRaw(method, path, Encoding.UTF8.GetBytes(body));

    /// <summary>The body of a success.</summary>
    public static async Task<JsonElement> Read(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<T> Read<T>(this HttpResponseMessage answer) => (await answer.Read()).Deserialize<T>(SuyuanJson.Options)!;

    public static async Task ShouldBe(this HttpResponseMessage answer, int status) =>
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");

    /// <summary>The answer is this problem, complete as RFC 9457 and api.md want it.</summary>
    public static async Task<JsonElement> ShouldBe(this HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.Equal(JsonValueKind.Object, problem.GetProperty("arguments").ValueKind);
        return problem;
    }
}
