namespace Suyuan.Engine.Tests.Storage;

internal static class TestFolder
{
    /// <summary>PostgreSQL may run as another user than the tests, who must be able to pass through.</summary>
    public static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("suyuan-tests-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        return folder;
    }
}
