using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

/// <summary>One sensor: what it measures and the key by which its device sends readings. The readings themselves are no grain's.</summary>
[Alias("sensor-grain")]
public interface ISensorGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<SensorView>> Get();

    /// <summary>For people of the enterprise and those who oversee it; to others there is no such sensor.</summary>
    [Alias("get-for")] Task<Result<SensorView>> GetFor(Caller by, CreditCode enterprise);

    [Alias("register")] Task<Result<SensorView>> Register(RegisterSensor command);

    [Alias("edit")] Task<Result<SensorView>> Edit(EditSensor command);

    [Alias("renew-key")] Task<Result<SensorView>> RenewKey(CommandOfSensor command);

    [Alias("retire")] Task<Result<SensorView>> Retire(CommandOfSensor command);

    /// <summary>The sensor whose device has this secret.</summary>
    [Alias("check")] Task<Result<SensorView>> Check(string secret);
}
