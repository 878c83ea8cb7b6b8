using Suyuan.Common;
namespace Suyuan.Accounts;

/// <summary>The default: keeps messages for a platform administrator to read, since no gateway is configured.</summary>
internal sealed class OutboxSmsSender(IGrainFactory grains) : ISmsSender
{
    public Task Send(MobileNumber mobile, string text) => grains.SmsOutbox().Add(mobile, text);
}
