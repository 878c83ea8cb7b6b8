using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Text messages that were not really sent (开发用短信发件箱): the last ones, for a platform administrator to read.</summary>
[Alias("sms-outbox-grain")]
public interface ISmsOutboxGrain : IGrainWithStringKey
{
    [Alias("add")] Task<Result<SmsOutboxView>> Add(MobileNumber mobile, string text);

    [Alias("list")] Task<Result<SmsOutboxView>> List(MobileNumber? mobile);
}
