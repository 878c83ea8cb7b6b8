using Suyuan.Common;

namespace Suyuan.Attachments;

/// <summary>Whether a file is, from its first byte to its last, of the type that it begins as, and nothing else besides.</summary>
internal static class FileCheck
{
    public static Refusal? Of(FileType type, Stream file)
    {
        var scan = new FileScan(file);
        if (type.End(scan) is not { } end) return AttachmentRefusals.Damaged(type.MediaType);
        return end < scan.Length || HiddenContent.Is(scan, type) ? AttachmentRefusals.HiddenContent(type.MediaType) : null;
    }
}
