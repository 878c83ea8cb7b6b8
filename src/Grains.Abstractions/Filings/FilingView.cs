using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Regions;

namespace Suyuan.Filings;

/// <summary>Filing (备案): what was issued, or what is being written where nothing was issued yet.</summary>
[GenerateSerializer, Immutable, Alias("filing-view")]
public sealed record FilingView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";
    [Id(2)] public CreditCode Enterprise { get; init; }
    [Id(3)] public string EnterpriseName { get; init; } = "";
    [Id(4)] public DistrictCode District { get; init; }
    [Id(5)] public FilingKind Kind { get; init; }
    [Id(6)] public FilingState State { get; init; }

    /// <summary>The form that the answers are given to.</summary>
    [Id(7)] public string Form { get; init; } = "";
    [Id(8)] public int FormVersion { get; init; }
    [Id(9)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;

    /// <summary>How many fields a submission would find wrong.</summary>
    [Id(10)] public int FaultCount { get; init; }
    [Id(11)] public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Why it was sent back.</summary>
    [Id(12)] public string? Opinion { get; init; }
    [Id(13)] public FilingCertificateView? Certificate { get; init; }

    /// <summary>What shall take the place of what was issued; the caller sees it once it was submitted, its writers before.</summary>
    [Id(14)] public FilingAmendmentView? Amendment { get; init; }
    [Id(15)] public string? RevokedFor { get; init; }
    [Id(16)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Every step so far, the oldest first.</summary>
    [Id(17)] public ImmutableArray<FilingStep> Steps { get; init; } = [];
}
