using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>The last messages of the dev outbox as stored.</summary>
[GenerateSerializer, Immutable, Alias("sms-outbox")]
public sealed record SmsOutbox
{
    private const int Kept = 200;

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public ImmutableArray<SmsMessage> Messages { get; init; } = [];

    public Result<SmsOutbox> Add(SmsMessage message)
    {
        var room = Messages.Length < Kept ? Messages : Messages.RemoveAt(0);
        return this with { Revision = Revision + 1, Messages = room.Add(message with { Number = Revision + 1 }) };
    }
}

/// <summary>A message; its text may hold a code and is encrypted.</summary>
[GenerateSerializer, Immutable, Alias("sms-message")]
public sealed record SmsMessage
{
    [Id(0)] public int Number { get; init; }
    [Id(1)] public string MaskedMobile { get; init; } = "";
    [Id(2)] public string MobileHash { get; init; } = "";
    [Id(3)] public ProtectedText Text { get; init; } = new();
    [Id(4)] public DateTimeOffset SentAt { get; init; }
}
