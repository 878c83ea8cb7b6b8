using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Attachments;

/// <summary>
/// Takes files in, so many at a time. Configured as Attachments:Uploads (at work at once) and Attachments:QuotaMiB (of an enterprise).
/// </summary>
internal sealed class AttachmentUploads(AttachmentStore store, TimeProvider clock, IConfiguration configuration) : IDisposable
{
    private const int StandardUploads = 32;
    private const long StandardQuotaMiB = 20 * 1024;
    private const int RetryAfterSeconds = 5;

    private readonly SemaphoreSlim places = new(configuration.GetValue("Attachments:Uploads", StandardUploads));
    private readonly long quotaMiB = configuration.GetValue("Attachments:QuotaMiB", StandardQuotaMiB);

    /// <summary>What was taken, and whether the enterprise had it before.</summary>
    public async Task<Result<TakenAttachment>> Take(HttpRequest request, string? name, Caller by, CancellationToken cancellationToken)
    {
        if (!places.Wait(0, CancellationToken.None)) return AttachmentRefusals.Busy(RetryAfterSeconds);
        try
        {
            if (request.ContentLength > (FileType.LargestMiB + 1) * Uploads.MiB) return AttachmentRefusals.TooLarge(FileType.LargestMiB);
            if (await UploadedContent.Of(request, name, cancellationToken) is not { } sent) return AttachmentRefusals.FileMissing;
            using var upload = new SpooledUpload();
            if (await upload.Fill(sent.Content, cancellationToken) is { } refusal) return refusal;
            return await Keep(upload, sent.Name, by, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<Result<TakenAttachment>> Keep(SpooledUpload upload, string? name, Caller by, CancellationToken cancellationToken)
    {
        var file = new NewAttachment
        {
            Sha256 = upload.Digest.Value,
            MediaType = upload.Type.MediaType,
            Bytes = upload.Bytes,
            Enterprise = by.Scope,
            Name = name,
            Account = by.Account,
            At = clock.GetUtcNow(),
        };
        await using var content = upload.OpenRead();
        var outcome = await store.Keep(file, content, quotaMiB * Uploads.MiB, cancellationToken);
        if (outcome == AttachmentOutcome.OverQuota) return AttachmentRefusals.QuotaExceeded(quotaMiB);
        var answer = new AttachmentAnswer(upload.Digest, upload.Type.MediaType, upload.Bytes, name);
        return new TakenAttachment(answer, outcome == AttachmentOutcome.Known);
    }
}
