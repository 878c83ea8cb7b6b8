namespace Suyuan.Filings;

/// <summary>One step of a filing's way (办理记录): who did what and when, and a regulator's opinion (审批意见, FL3).</summary>
[GenerateSerializer, Immutable, Alias("filing-step")]
public sealed record FilingStep
{
    [Id(0)] public FilingDeed Deed { get; init; }

    /// <summary>The account that did it.</summary>
    [Id(1)] public string By { get; init; } = "";
    [Id(2)] public DateTimeOffset At { get; init; }
    [Id(3)] public string? Opinion { get; init; }
}
