using Suyuan.Common;

namespace Suyuan.Accounts;

internal sealed class SmsOutboxGrain(
    [PersistentState("sms-outbox")] IPersistentState<SmsOutbox> outbox,
    IPersonalData personalData,
    TimeProvider time) : Grain, ISmsOutboxGrain
{
    public Task<Result<SmsOutboxView>> Add(MobileNumber mobile, string text)
    {
        var message = new SmsMessage
        {
            MaskedMobile = mobile.Masked,
            MobileHash = personalData.Hash(mobile.Value),
            Text = personalData.Protect(text),
            SentAt = time.GetUtcNow(),
        };
        return this.Decide(outbox, current => current.Add(message), _ => new SmsOutboxView([]));
    }

    public Task<Result<SmsOutboxView>> List(MobileNumber? mobile)
    {
        var hash = mobile is { } known ? personalData.Hash(known.Value) : null;
        var messages = outbox.State.Messages.Where(message => hash is null || message.MobileHash == hash).Reverse().Select(View);
        return Task.FromResult<Result<SmsOutboxView>>(new SmsOutboxView([.. messages]));
    }

    private SmsMessageView View(SmsMessage message) => new()
    {
        Number = message.Number,
        MaskedMobile = message.MaskedMobile,
        Text = personalData.Reveal(message.Text),
        SentAt = message.SentAt,
    };
}
