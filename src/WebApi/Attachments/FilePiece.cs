namespace Suyuan.Attachments;

/// <summary>A piece of what is given out of a file: so many bytes of the file from there on, or bytes in their stead.</summary>
/// <param name="At">Where in the file; null where the bytes are not the file's.</param>
/// <param name="Own">Those bytes; null where they are zeros.</param>
internal readonly record struct FilePiece(long? At, long Length, byte[]? Own)
{
    public static FilePiece OfFile(long at, long length) => new(at, length, null);

    public static FilePiece Instead(byte[] bytes) => new(null, bytes.Length, bytes);

    public static FilePiece Zeros(long length) => new(null, length, null);
}
