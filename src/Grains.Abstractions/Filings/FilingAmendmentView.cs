using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>Amendment (变更) of an issued filing.</summary>
[GenerateSerializer, Immutable, Alias("filing-amendment-view")]
public sealed record FilingAmendmentView
{
    /// <summary>Draft, submitted or returned.</summary>
    [Id(0)] public FilingState State { get; init; }
    [Id(1)] public string Form { get; init; } = "";
    [Id(2)] public int FormVersion { get; init; }
    [Id(3)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(4)] public int FaultCount { get; init; }
    [Id(5)] public DateTimeOffset? SubmittedAt { get; init; }
    [Id(6)] public string? Opinion { get; init; }
}
