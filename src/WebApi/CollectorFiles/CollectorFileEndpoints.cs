using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Jobs;
using Suyuan.TraceCards;

namespace Suyuan.CollectorFiles;

internal static class CollectorFileEndpoints
{
    private const int LargestFileMiB = 64;

    public static void MapCollectorFiles(this IEndpointRouteBuilder api)
    {
        var gin = api.MapGroup("/gins/{gin}").WithTags("Collector files");
        gin.MapPost("/card-files", Export).WithName("exportCards")
            .WithSummary("Export un-ginned cards for the off-line collector of one line, sealed with the line's file key")
            .Produces<string>(200, "text/csv").Allow(Role.Ginner, Role.Platform).Refuses("collector-file/key-missing");
        gin.MapPost("/lines/{line:int}/file-keys", IssueKey).WithName("issueFileKey").HasOwnIdentity()
            .WithSummary("A new key that seals the files of the line's off-line collector, shown once; it ends the one before")
            .Allow(Role.Ginner, Role.Platform);
        gin.MapGet("/lines/{line:int}/files", Get).WithName("getCollectorFiles")
            .WithSummary("The number of a line's file key, and of the last file each way")
            .Allow(Role.Ginner, Role.GinVerifier, Role.Platform);
        gin.MapPost("/lines/{line:int}/uploads", Upload).WithName("uploadCollectionFile").TakesFile(LargestFileMiB).HasOwnIdentity()
            .WithSummary("Take a collection file of an off-line collector: verified at once, then replayed by a job; the file again is "
                + "answered as before. Reopenings in it need the verifier account.")
            .Allow(Role.Ginner, Role.GinVerifier, Role.Platform).Refuses([.. CollectionUploads.Codes]);
        gin.MapGet("/lines/{line:int}/uploads/{upload}/report", Report).WithName("getCollectionReport")
            .WithSummary("The answer to every row of an uploaded collection file, as .csv").Produces<string>(200, "text/csv")
            .Allow(Role.Ginner, Role.GinVerifier, Role.Platform);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        GinCode gin, CardFileRequest body, Caller caller, CardFiles files) =>
        files.Answer(await files.Export(caller, gin, body));

    private static async Task<Results<Created<FileKeyView>, ProblemHttpResult>> IssueKey(
        GinCode gin, int line, Caller caller, IGrainFactory grains) =>
        (await grains.CollectorFiles(new(gin, line)).IssueKey(new(caller, new(gin, line))))
        .ToCreated(_ => $"/api/v1/gins/{gin}/lines/{line}/files");

    private static async Task<Results<Ok<CollectorFilesAnswer>, ProblemHttpResult>> Get(
        GinCode gin, int line, Caller caller, IGrainFactory grains) =>
        (await grains.CollectorFiles(new(gin, line)).Get(caller)).ToHttp(CollectorFilesAnswer.Of);

    private static async Task<Results<Accepted<JobAnswer>, ProblemHttpResult>> Upload(
        GinCode gin, int line, IFormFile file, Caller caller, HttpContext http, CollectionUploads uploads, JobAnswers answers) =>
        answers.Accepted(
            await uploads.Take(new(gin, line), file, JobOrder.Of(CollectionReplay.Kind, caller, http.Request), http.RequestAborted));

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Report(
        GinCode gin, int line, Guid upload, Caller caller, HttpContext http, CollectorFileQueries queries, CollectionReportFile report) =>
        caller.WorksAt(gin.Value) && await queries.Knows(new(gin, line), upload)
            ? report.Of(upload, Languages.Preferred(http.Request), http.RequestAborted)
            : SharedRefusals.NotFound("upload").ToProblem();
}
