using System.Buffers;
using System.Security.Cryptography;
using Suyuan.Common;
using Suyuan.Jobs;

namespace Suyuan.Attachments;

/// <summary>
/// A file on its way in: copied into the temporary folder as fast as its sender likes, its type told by its first bytes, its digest
/// taken as it passes. Only then does the database see it, at once and whole.
/// </summary>
internal sealed class SpooledUpload : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly SpooledFile file = SpooledFile.Empty();

    public FileType Type { get; private set; } = null!;

    public Sha256Digest Digest { get; private set; }

    public long Bytes { get; private set; }

    public Stream OpenRead() => file.OpenRead();

    public void Dispose() => file.Dispose();

    /// <summary>Takes it in, or says at the first chance why not.</summary>
    public async Task<Refusal?> Fill(Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            await using var copy = file.OpenWrite();
            var read = await content.ReadAtLeastAsync(buffer, FileType.HeadLength, throwOnEndOfStream: false, cancellationToken);
            if (read == 0) return AttachmentRefusals.FileMissing;
            if (FileType.Of(buffer.AsSpan(0, read)) is not { } type) return AttachmentRefusals.TypeNotAllowed;
            for (Type = type; read > 0; read = await content.ReadAsync(buffer, cancellationToken))
            {
                Bytes += read;
                if (Bytes > type.MostMiB * Uploads.MiB) return AttachmentRefusals.TooLarge(type.MostMiB);
                hash.AppendData(buffer, 0, read);
                await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        Digest = Sha256Digest.Of(hash.GetHashAndReset());
        await using var whole = file.OpenRead();
        return FileCheck.Of(Type, whole);
    }
}
