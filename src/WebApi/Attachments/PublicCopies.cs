using System.Collections.Concurrent;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Attachments;

/// <summary>
/// Which pieces of a file consumers get. That follows from the file, so that it is found once and remembered by its digest; the file
/// itself is kept as it came, for its owner and for those who oversee it.
/// </summary>
internal sealed class PublicCopies(AttachmentStore store) : IDisposable
{
    // Some hundred bytes each.
    private const int MostRemembered = 10_000;
    private const int AtOnce = 2;

    private readonly ConcurrentDictionary<Sha256Digest, PublicCopy?> known = new();
    private readonly SemaphoreSlim readers = new(AtOnce);

    public async Task<PublicCopy?> Of(KeptAttachment file, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(file.Sha256, out var before)) return before;
        await readers.WaitAsync(cancellationToken);
        try
        {
            if (known.TryGetValue(file.Sha256, out before)) return before;
            await using var content = store.Read(file.LargeObject, file.Bytes);
            var copy = PublicCopy.Of(file.MediaType, new(content));
            if (known.Count >= MostRemembered) known.Clear();
            return known[file.Sha256] = copy;
        }
        finally
        {
            readers.Release();
        }
    }

    public void Dispose() => readers.Dispose();
}
