using System.Globalization;

namespace Suyuan.Lookup;

/// <summary>
/// A prepared answer with the code's own part in it, packed as the client takes it. Its tag tells the view and the count, so the same
/// client that asks again and is not counted again gets 304.
/// </summary>
internal sealed class PreparedAnswer(Prepared prepared, byte[] content, CodeAsked asked, string contentType) : IResult
{
    private const string Caching = "private, no-cache";
    private const string Varies = "Accept-Language, Accept-Encoding";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = string.Create(
            CultureInfo.InvariantCulture,
            $"W/\"{prepared.Tag}-{asked.Scan.Count}-{asked.Scan.FirstAt.ToUnixTimeSeconds()}-{(int)asked.Asked}\"");
        response.Headers.ETag = tag;
        response.Headers.CacheControl = Caching;
        response.Headers.Vary = Varies;
        if (request.Headers.IfNoneMatch.Count > 0 && request.Headers.IfNoneMatch.Contains(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var coding = ContentCodings.Accepted(request);
        if (!prepared.Has(coding)) coding = ContentCoding.Identity;
        if (coding.Name() is { } name) response.Headers.ContentEncoding = name;
        response.ContentType = contentType;
        response.ContentLength = prepared.Length(coding);
        if (HttpMethods.IsHead(request.Method)) return Task.CompletedTask;
        prepared.Write(response.BodyWriter, coding, content);
        return response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
    }
}
