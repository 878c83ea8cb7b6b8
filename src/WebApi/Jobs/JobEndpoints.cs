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
        jobs.MapGet("", List).WithName("listJobs").WithSummary("One's own jobs, newest first.").Exported(JobTable.Columns);
        jobs.MapGet("/{job}", Get).WithName("getJob").WithSummary("How far a job is, and what came of it.");
        jobs.MapGet("/{job}/errors", Errors).WithName("listJobErrors")
            .WithSummary("What is wrong in which row.").Exported(JobTable.Errors);
        jobs.MapGet("/{job}/events", Events).WithName("followJob")
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
        Guid job, Caller caller, JobQueries queries, Reasons reasons) =>
        (await queries.Find(job, caller)).ToHttp(found => JobAnswer.Of(found, reasons));

    private static async Task<Results<Ok<Page<JobErrorItem>>, ProblemHttpResult>> Errors(
        Guid job, Caller caller, HttpRequest request, Limit limit, Cursor cursor, JobQueries queries, JobErrorQueries errors)
    {
        var found = await queries.Find(job, caller);
        if (found.Refused) return found.Refusal.ToProblem();
        return TypedResults.Ok(await errors.List(job, Languages.Preferred(request), limit, cursor));
    }

    private static async Task<Results<ServerSentEventsResult<JobAnswer>, NoContent, ProblemHttpResult>> Events(
        Guid job, Caller caller, HttpContext http, JobQueries queries, JobEvents events,
        [FromHeader(Name = LastEventId)] string? lastEventId = null)
    {
        var found = await queries.Find(job, caller);
        if (found.Refused) return found.Refusal.ToProblem();
        var seen = int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        if (found.Value.EndedAt is not null && seen == found.Value.Version) return TypedResults.NoContent();
        return TypedResults.ServerSentEvents(events.Follow(found.Value, seen, http.RequestAborted));
    }
}
