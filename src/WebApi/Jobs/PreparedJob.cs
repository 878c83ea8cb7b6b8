using System.Text.Json;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Jobs;

/// <summary>A job that waits for a worker: what it was given, and its work down to the report's JSON.</summary>
internal sealed record PreparedJob(Guid Id, JobContext Context, Func<CancellationToken, Task<JobEnd>> Work)
{
    public static PreparedJob Of<TReport>(
        Guid id, JobContext context, Func<JobContext, CancellationToken, Task<Result<TReport>>> work) where TReport : class =>
        new(id, context, async stopping => EndOf(await work(context, stopping)));

    public static JobEnd Failed(Refusal refusal) =>
        new(JobState.Failed.Stored(), Refusal: JsonSerializer.Serialize(refusal, SuyuanJson.Options));

    private static JobEnd EndOf<TReport>(Result<TReport> result) where TReport : class => result.Refused
        ? Failed(result.Refusal)
        : new(JobState.Done.Stored(), JsonSerializer.Serialize(result.Value, SuyuanJson.Options));
}
