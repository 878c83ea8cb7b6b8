using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.Accounts;

internal sealed class DeviceKeyGrain(
    [PersistentState("device-key")] IPersistentState<DeviceKey> key,
    TimeProvider time) : Grain, IDeviceKeyGrain
{
    private const int SecretBytes = 32;

    private GinLineId Line
    {
        get
        {
            var parts = this.GetPrimaryKeyString().Split('-');
            return new(new(parts[1]), int.Parse(parts[2], CultureInfo.InvariantCulture));
        }
    }

    public Task<Result<DeviceKeyView>> Issue(Caller by)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return this.Decide(
            key,
            current => current.Issue(by, Line.Gin.Value, HashOf(secret), time.GetUtcNow()),
            current => View(current) with { Key = $"{Line}.{secret}" });
    }

    public Task<Result<DeviceKeyView>> Check(string secret) =>
        Task.FromResult(key.State.Check(HashOf(secret)).Then<DeviceKeyView>(current => View(current)));

    private DeviceKeyView View(DeviceKey current) => new() { Line = Line, IssuedAt = current.IssuedAt };

    // The secret is random and long: a plain hash of it cannot be searched, and comparing hashes leaks nothing of use.
    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
