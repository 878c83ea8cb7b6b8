namespace Suyuan.Attachments;

/// <summary>A file that was taken, or had been before.</summary>
internal sealed record TakenAttachment(AttachmentAnswer Attachment, bool Known);
