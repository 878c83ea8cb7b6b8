using Suyuan.Common;

namespace Suyuan.Attachments;

/// <summary>Why a file is not taken.</summary>
public static class AttachmentRefusals
{
    /// <summary>The content is none of the types that are kept, whatever its name says.</summary>
    public static Refusal TypeNotAllowed => Refusal.Unprocessable("attachment/type-not-allowed");

    /// <summary>It begins as this type and does not go on so: cut short, or broken.</summary>
    public static Refusal Damaged(string mediaType) => Refusal.Unprocessable("attachment/damaged", ("mediaType", mediaType));

    /// <summary>Something else is hidden in it or behind it, which another program may take it for.</summary>
    public static Refusal HiddenContent(string mediaType) => Refusal.Unprocessable("attachment/hidden-content", ("mediaType", mediaType));

    public static Refusal TooLarge(int mostMiB) => Refusal.Unprocessable("attachment/too-large", ("mostMiB", mostMiB));

    public static Refusal QuotaExceeded(long quotaMiB) => Refusal.Conflict("attachment/quota-exceeded", ("quotaMiB", quotaMiB));

    /// <summary>The form, or the body, has no file.</summary>
    public static Refusal FileMissing => Refusal.Unprocessable("attachment/file-missing");

    /// <summary>The file has no such range; Content-Range tells how long it is.</summary>
    public static Refusal RangeNotSatisfiable => Refusal.Unprocessable("attachment/range-not-satisfiable");

    public static Refusal Busy(int retryAfterSeconds) => Refusal.Conflict("attachment/busy", ("retryAfterSeconds", retryAfterSeconds));
}
