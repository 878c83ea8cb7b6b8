using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Suyuan.Common;

/// <summary>What a request asks for, as a hash. The body stays readable; of a form the parts count, since its boundary is random.</summary>
internal static class ContentHash
{
    public static async Task<byte[]> Of(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.QueryString.Value);
        if (request.HasFormContentType) await AddForm(hash, request);
        else await AddBody(hash, request);
        return hash.GetHashAndReset();
    }

    private static async Task AddForm(IncrementalHash hash, HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal)) Add(hash, $"{name}={value}");
        foreach (var file in form.Files)
        {
            Add(hash, $"{file.Name}:{file.Length}");
            await using var content = file.OpenReadStream();
            await AddAll(hash, content, request.HttpContext.RequestAborted);
        }
    }

    private static async Task AddBody(IncrementalHash hash, HttpRequest request)
    {
        request.EnableBuffering();
        await AddAll(hash, request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
    }

    private static async Task AddAll(IncrementalHash hash, Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0) hash.AppendData(buffer, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Add(IncrementalHash hash, string? text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
