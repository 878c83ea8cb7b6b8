using System.Text.Json;
using Suyuan.Common.Tests;

namespace Suyuan.Jobs.Tests;

/// <summary>Waits for jobs by following their events, as a client would.</summary>
internal static class JobClient
{
    /// <summary>The job that this answer started, once it has ended.</summary>
    public static async Task<JsonElement> Ended(this HttpResponseMessage started, HttpClient client)
    {
        await started.ShouldBe(HttpStatus.Accepted);
        var job = started.Headers.Location!.ToString();
        _ = await client.GetStringAsync(job + "/events");
        var ended = await (await client.GetAsync(job)).Read();
        Assert.True(ended.TryGetProperty("endedAt", out _), ended.GetRawText());
        return ended;
    }

    /// <summary>The report of the job that this answer started; it must have gone well.</summary>
    public static async Task<JsonElement> Report(this HttpResponseMessage started, HttpClient client)
    {
        var job = await started.Ended(client);
        Assert.True(job.State() == "done", job.GetRawText());
        return job.GetProperty("report");
    }

    /// <summary>The job that this answer started; it must have failed with this code.</summary>
    public static async Task<JsonElement> Failed(this HttpResponseMessage started, HttpClient client, string code)
    {
        var job = await started.Ended(client);
        Assert.Equal(("failed", code), (job.State(), job.GetProperty("problem").GetProperty("code").GetString()));
        return job;
    }

    public static async Task<JsonElement[]> Errors(this HttpClient client, JsonElement job)
    {
        var page = await (await client.GetAsync($"/api/v1/jobs/{job.GetProperty("id")}/errors?limit=200")).Read();
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    public static string State(this JsonElement job) => job.GetProperty("state").GetString()!;
}
