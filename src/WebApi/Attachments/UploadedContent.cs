using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Suyuan.Attachments;

/// <summary>Where the file is in a request: the body itself, or the field `file` of a form; and what its sender calls it.</summary>
internal sealed record UploadedContent(Stream Content, string? Name)
{
    private const string Field = "file";
    private const int LongestBoundary = 100;

    /// <summary>Null: there is none.</summary>
    public static async Task<UploadedContent?> Of(HttpRequest request, string? name, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return new(request.Body, FileName.Of(name));

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= LongestBoundary }) return null;
        var form = new MultipartReader(boundary, request.Body);
        try
        {
            while (await form.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is { Name: Field } file) return new(section.Body, FileName.Of(name ?? file.FileName));
            }
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // A form that breaks off, or is none.
        }

        return null;
    }
}
