using System.Security.Cryptography;
using System.Text;
using Suyuan.GinLines;

namespace Suyuan.Accounts;

/// <summary>The doors to accounts, sessions and what belongs to them.</summary>
public static class AccountGrainFactory
{
    public static IAccountGrain Account(this IGrainFactory grains, UserName name) => grains.GetGrain<IAccountGrain>($"account-{name}");

    public static ISessionGrain Session(this IGrainFactory grains, string id) => grains.GetGrain<ISessionGrain>($"session-{id}");

    public static IMobileCodeGrain MobileCode(this IGrainFactory grains, string mobileHash) =>
        grains.GetGrain<IMobileCodeGrain>($"mobile-{mobileHash}");

    public static ISmsOutboxGrain SmsOutbox(this IGrainFactory grains) => grains.GetGrain<ISmsOutboxGrain>("sms-outbox");

    public static IDeviceKeyGrain DeviceKey(this IGrainFactory grains, GinLineId line) =>
        grains.GetGrain<IDeviceKeyGrain>($"device-{line}");

    /// <summary>One of 256 desks: a login has always the same one, and its key tells nothing of a mobile.</summary>
    public static IAccountDeskGrain AccountDesk(this IGrainFactory grains, string login) =>
        grains.GetGrain<IAccountDeskGrain>($"desk-{SHA256.HashData(Encoding.UTF8.GetBytes(login))[0]:x2}");
}
