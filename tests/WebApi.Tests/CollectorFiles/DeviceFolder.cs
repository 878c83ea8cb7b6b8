namespace Suyuan.CollectorFiles.Tests;

/// <summary>A device and a U-disk in a folder of their own.</summary>
internal sealed class DeviceFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("suyuan-device-");

    public string Device => Path.Combine(folder.FullName, "device");

    public string Disk => Path.Combine(folder.FullName, "disk");

    public string Journal => Path.Combine(Device, "journal");

    public string OnDisk(string name, byte[] content)
    {
        Directory.CreateDirectory(Disk);
        var path = Path.Combine(Disk, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
