using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Jobs;

internal static class JobEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs").AllowSignedIn();
        jobs.MapGet("", List).WithName("listJobs").WithSummary("One's own jobs, newest first.");
        jobs.MapGet("/{id}", Get).WithName("getJob").WithSummary("How far a job is, and what came of it.");
        jobs.MapGet("/{id}/errors", Errors).WithName("listJobErrors")
            .WithSummary("What is wrong in which row, page by page; with format=csv all of it in one file.");
        jobs.MapGet("/{id}/events", Events).WithName("followJob")
            .WithSummary("Follows a job by server-sent events: `progress` whenever something changed, `ended` at last. Whoever has the "
                + "last event and asks for more by Last-Event-ID gets 204, at which an EventSource stops.");
    }

    private static async Task<Ok<Page<JobAnswer>>> List(
        Caller caller, Limit limit, Cursor cursor, JobQueries queries, Reasons reasons)
    {
        var page = await queries.List(caller, limit, cursor);
        return TypedResults.Ok(new Page<JobAnswer>([.. page.Items.Select(job => JobAnswer.Of(job, reasons))], page.NextCursor));
    }

    private static async Task<Results<Ok<JobAnswer>, ProblemHttpResult>> Get(
        Guid id, Caller caller, JobQueries queries, Reasons reasons) =>
        (await queries.Find(id, caller)).ToHttp(job => JobAnswer.Of(job, reasons));

    private static async Task<Results<Ok<Page<JobErrorItem>>, PushStreamHttpResult, ProblemHttpResult>> Errors(
        Guid id, Caller caller, HttpContext http, Limit limit, Cursor cursor, JobQueries queries, JobErrorQueries errors,
        Choice<JobErrorFormat>? format = null)
    {
        var job = await queries.Find(id, caller);
        if (job.Refused) return job.Refusal.ToProblem();
        var language = Languages.Preferred(http.Request);
        return format?.Value == JobErrorFormat.Csv
            ? JobErrorFile.Of(id, errors.All(id, language, http.RequestAborted), language, http.RequestAborted)
            : TypedResults.Ok(await errors.List(id, language, limit, cursor));
    }

    private static async Task<Results<ServerSentEventsResult<JobAnswer>, NoContent, ProblemHttpResult>> Events(
        Guid id, Caller caller, HttpContext http, JobQueries queries, JobEvents events,
        [FromHeader(Name = LastEventId)] string? lastEventId = null)
    {
        var job = await queries.Find(id, caller);
        if (job.Refused) return job.Refusal.ToProblem();
        var seen = int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        if (job.Value.EndedAt is not null && seen == job.Value.Version) return TypedResults.NoContent();
        return TypedResults.ServerSentEvents(events.Follow(job.Value, seen, http.RequestAborted));
    }
}
