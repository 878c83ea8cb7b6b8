using System.Collections.Immutable;

namespace Suyuan.Accounts;

/// <summary>A text message as the dev outbox keeps it.</summary>
[GenerateSerializer, Immutable, Alias("sms-message-view")]
public sealed record SmsMessageView
{
    [Id(0)] public int Number { get; init; }
    [Id(1)] public string MaskedMobile { get; init; } = "";
    [Id(2)] public string Text { get; init; } = "";
    [Id(3)] public DateTimeOffset SentAt { get; init; }
}

/// <summary>Newest first.</summary>
[GenerateSerializer, Immutable, Alias("sms-outbox-view")]
public sealed record SmsOutboxView([property: Id(0)] ImmutableArray<SmsMessageView> Items);
