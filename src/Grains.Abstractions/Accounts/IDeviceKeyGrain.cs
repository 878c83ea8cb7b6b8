using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>The key (设备密钥) of one gin line's collector: shown once, stored hashed. A new key ends the old one.</summary>
[Alias("device-key-grain")]
public interface IDeviceKeyGrain : IGrainWithStringKey
{
    [Alias("issue")] Task<Result<DeviceKeyView>> Issue(Caller by);

    [Alias("check")] Task<Result<DeviceKeyView>> Check(string secret);
}
