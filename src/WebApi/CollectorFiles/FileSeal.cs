using System.Security.Cryptography;
using Suyuan.Common;

namespace Suyuan.CollectorFiles;

/// <summary>
/// The seal of a file that travels on a U-disk: HMAC-SHA256 under the line's file key, over every byte of the file but the line that
/// says the seal.
/// </summary>
internal sealed class FileSeal(IPersonalData secrets)
{
    public const string Name = "hmac";

    public string Of(CollectorFilesView files, params ReadOnlySpan<byte[]> parts)
    {
        using var hash = Open(files);
        foreach (var part in parts) hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public IncrementalHash Open(CollectorFilesView files) =>
        IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromHexString(secrets.Reveal(files.Key!)));
}
