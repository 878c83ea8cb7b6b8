namespace Suyuan.Collector;

/// <summary>Whole files, written aside and moved: whoever pulls the U-disk out finds the old file or the new one.</summary>
internal static class DurableFile
{
    public static void Write(string path, byte[] content, bool secret = false)
    {
        var aside = path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (secret && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
