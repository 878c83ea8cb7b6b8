namespace Suyuan.WeighTickets;

/// <summary>Why a ticket that was entered by mistake was taken back (撤回).</summary>
[GenerateSerializer, Immutable, Alias("ticket-withdrawal")]
public sealed record Withdrawal(
    [property: Id(0)] string By,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Reason);
