using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Attachments;

/// <summary>
/// Gives a file out, whole or in ranges. Its digest is its tag, for ever; that somebody may read it is not, so it is asked anew each
/// time. Pictures and films are shown, documents saved; whatever a browser takes it for, it runs nothing.
/// </summary>
internal sealed class AttachmentDownload(AttachmentStore store)
{
    private const string Policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    /// <param name="copy">Gives out this copy, which is a file of its own, with a tag of its own, where it is not the whole.</param>
    public Results<FileStreamHttpResult, ProblemHttpResult> Of(KeptAttachment file, HttpContext context, PublicCopy? copy = null)
    {
        var content = store.Read(file.LargeObject, file.Bytes);
        return copy?.IsWhole(file.Bytes) != false
            ? Of(file, file.Sha256.Value, content, context)
            : Of(file with { Bytes = copy.Bytes }, $"{file.Sha256}-public", new PiecedStream(content, copy), context);
    }

    private static Results<FileStreamHttpResult, ProblemHttpResult> Of(
        KeptAttachment file, string version, Stream content, HttpContext context)
    {
        var (response, tag) = (context.Response, new EntityTagHeaderValue($"\"{version}\""));
        var asked = context.Request.GetTypedHeaders();
        var ranged = asked.Range is { } range && range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase);
        if (ranged && AsksBeyond(file, tag, asked))
        {
            response.Headers.ContentRange = new ContentRangeHeaderValue(file.Bytes).ToString();
            return AttachmentRefusals.RangeNotSatisfiable.ToProblem();
        }

        response.Headers.ContentDisposition = Disposition(file).ToString();
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            content,
            file.MediaType,
            lastModified: file.CreatedAt,
            entityTag: tag,
            enableRangeProcessing: ranged || asked.Range is null); // of other units the framework would take the numbers
    }

    /// <summary>The framework would say so without words.</summary>
    private static bool AsksBeyond(KeptAttachment file, EntityTagHeaderValue tag, RequestHeaders asked)
    {
        if (asked.Range is not { Ranges: { Count: 1 } ranges }) return false;
        if (asked.IfRange is { } same && !tag.Compare(same.EntityTag, useStrongComparison: true)) return false;
        if (asked.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return false;
        var only = ranges.Single();
        return only.From >= file.Bytes || only is { From: null, To: 0 };
    }

    private static ContentDispositionHeaderValue Disposition(KeptAttachment file)
    {
        var shown = file.MediaType.Split('/')[0] is "image" or "video";
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name ?? file.Sha256.Value);
        return disposition;
    }
}
