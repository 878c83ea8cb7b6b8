using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Attachments;

internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        var attachments = api.MapGroup("/attachments").WithTags("Attachments");
        attachments.MapPost("/", Upload).WithName("uploadAttachment").HasOwnIdentity().TakesContent(FileType.LargestMiB + 1)
            .WithSummary("Takes a picture (JPEG, PNG, WebP) or a PDF of up to 20 MiB, or an MP4 of up to 200 MiB: as the body, or as the "
                + "form field file. What it is is told by its content; the same file again is answered alike.")
            .RequireRateLimiting(RateLimits.Upload)
            .Allow(Role.EnterpriseAdministrator, Role.Recorder)
            .Refuses(
                "attachment/type-not-allowed", "attachment/damaged", "attachment/hidden-content", "attachment/too-large",
                "attachment/quota-exceeded", "attachment/file-missing", "attachment/busy");
        var one = attachments.MapGroup("/{sha256}").Allow(Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder);
        one.MapGet("/", Download).WithName("getAttachment").WithSummary("A file, whole or in ranges; HEAD tells its size and type.")
            .Produces<Stream>(200, "application/octet-stream").Produces<Stream>(206, "application/octet-stream")
            .Refuses("attachment/range-not-satisfiable");
        one.MapMethods("/", [HttpMethods.Head], Download).ExcludeFromDescription();
    }

    private static async Task<Results<Created<AttachmentAnswer>, Ok<AttachmentAnswer>, ProblemHttpResult>> Upload(
        [FromQuery] string? name, Caller caller, HttpRequest request, AttachmentUploads uploads)
    {
        var taken = await uploads.Take(request, name, caller, request.HttpContext.RequestAborted);
        if (taken.Refused) return taken.Refusal.ToProblem();
        var attachment = taken.Value.Attachment;
        return taken.Value.Known
            ? TypedResults.Ok(attachment)
            : TypedResults.Created($"/api/v1/attachments/{attachment.Sha256}", attachment);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Download(
        Sha256Digest sha256, Caller caller, HttpContext http, AttachmentQueries queries, AttachmentDownload download) =>
        await queries.Find(sha256, caller) is { } file ? download.Of(file, http) : SharedRefusals.NotFound("attachment").ToProblem();
}
