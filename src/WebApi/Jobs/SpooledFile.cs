using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Suyuan.Jobs;

/// <summary>
/// An upload that outlives its request: a copy in the temporary folder, which has lost its name already, so that it is gone with its
/// last handle even when the node is killed.
/// </summary>
internal sealed class SpooledFile : IDisposable
{
    private const int LongestName = 200;

    private readonly SafeFileHandle handle;

    private SpooledFile(SafeFileHandle handle, string name, byte[] sha256) => (this.handle, Name, Sha256) = (handle, name, sha256);

    /// <summary>As the client named it, less what cannot be stored.</summary>
    public string Name { get; }

    public byte[] Sha256 { get; }

    public static async Task<SpooledFile> Of(IFormFile file, CancellationToken cancellationToken)
    {
        var handle = Create();
        try
        {
            await using var copy = Over(handle, FileAccess.Write);
            await using var content = file.OpenReadStream();
            await content.CopyToAsync(copy, cancellationToken);
            await copy.FlushAsync(cancellationToken);

            await using var read = Over(handle, FileAccess.Read);
            return new(handle, NameOf(file), await SHA256.HashDataAsync(read, cancellationToken));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>A file still to be written, for what does not come as a form's file.</summary>
    public static SpooledFile Empty() => new(Create(), "", []);

    public Stream OpenWrite() => Over(handle, FileAccess.Write);

    /// <summary>A stream of its own position from the beginning; there may be several.</summary>
    public Stream OpenRead() => Over(handle, FileAccess.Read);

    public void Dispose() => handle.Dispose();

    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName.Where(character => !char.IsControl(character))]);
        return name.Length <= LongestName ? name : name[^LongestName..];
    }

    private static SafeFileHandle Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"suyuan-{Guid.NewGuid():n}");
        var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, options);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return handle;
    }

    // Streams count their own position; the handle they share stays open when one of them closes.
    private static FileStream Over(SafeFileHandle handle, FileAccess access) =>
        new(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), access) { Position = 0 };
}
