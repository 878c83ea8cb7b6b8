using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Attachments;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>What identity codes (身份码) lead to: JSON for programs, pages for anybody with a phone; scanned and typed alike (LK1).</summary>
internal static class CodeEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCodeLookups(this IEndpointRouteBuilder api) => api.MapGet("/lookups/{code}", Json).WithName("lookUpCode")
        .WithSummary("What consumers may know of the product that bears an identity code; counts as a look-up, once in ten minutes.")
        .WithTags("Lookup").AllowAnonymous().RequireRateLimiting(RateLimits.LookUp)
        .Produces<LookupAnswer>().Refuses("lookup/unknown-code", "lookup/code-not-bound", "common/too-many-requests");

    public static void MapCodePages(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous().RequireRateLimiting(RateLimits.LookUp).ExcludeFromDescription();
        open.MapGet(EntryPage.ScriptPath, () => TypedResults.Text(EntryPage.Script, "text/javascript; charset=utf-8"));
        open.MapMethods("/q/{code}/files/{sha256}", Reading, File);
        var pages = open.MapGroup("").IsConsumerPage();
        pages.MapGet("/q", Entry);
        pages.MapMethods("/q/{code}", Reading, (string code, string? s, HttpContext http, CodeDesk desk) => desk.Page(code, s, http));
        pages.MapMethods("/01/{gtin}/10/{batch}/21/{code}", Reading, DigitalLink);
        pages.MapGet("/q/{code}/records/{item}", More);
    }

    private static Task<IResult> Json(string code, [FromQuery] string? s, HttpContext http, CodeDesk desk) => desk.Json(code, s, http);

    private static IResult Entry(string? code, HttpContext http) => CodeDesk.Entry(code?.Trim(), http);

    private static Task<IResult> DigitalLink(string gtin, string batch, string code, string? s, HttpContext http, CodeDesk desk) =>
        desk.Page(code, s, http, found => found.IsLinked(gtin, batch));

    private static Task<IResult> More(string code, string item, int? from, HttpContext http, CodeDesk desk) =>
        desk.More(code, item, from ?? 0, http);

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> File(
        string code, Sha256Digest sha256, HttpContext http, CodeDesk desk, PublicCopies copies, AttachmentDownload download) =>
        await desk.File(code, sha256) is { } file && await copies.Of(file, http.RequestAborted) is { } copy
            ? download.Of(file, http, copy)
            : LookupRefusals.UnknownCode.ToProblem();
}
