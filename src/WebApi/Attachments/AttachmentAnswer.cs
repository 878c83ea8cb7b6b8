namespace Suyuan.Attachments;

/// <summary>A file (附件) that was taken; answers to forms name it as {"sha256", "name"}.</summary>
internal sealed record AttachmentAnswer(Sha256Digest Sha256, string MediaType, long Bytes, string? Name);
