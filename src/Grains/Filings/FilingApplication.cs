using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>Application (申请) as stored: what is being written or waits for a decision, a first filing or an amendment.</summary>
[GenerateSerializer, Immutable, Alias("filing-application")]
public sealed record FilingApplication
{
    /// <summary>Draft, submitted or returned.</summary>
    [Id(0)] public FilingState State { get; init; }
    [Id(1)] public string Form { get; init; } = "";
    [Id(2)] public int FormVersion { get; init; }
    [Id(3)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(4)] public int FaultCount { get; init; }

    /// <summary>What the filing would be of, where there may be one only; see FilingIdentity.</summary>
    [Id(5)] public string? Identity { get; init; }
    [Id(6)] public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The regulator's opinion when it was sent back.</summary>
    [Id(7)] public string? Opinion { get; init; }

    internal static FilingApplication Of(FilingKind kind, FilledForm filled) => new FilingApplication().With(kind, filled);

    internal FilingApplication With(FilingKind kind, FilledForm filled) => this with
    {
        Form = filled.Form.Key,
        FormVersion = filled.Form.Version,
        Answers = filled.Answers,
        FaultCount = filled.Faults.Length,
        Identity = FilingIdentity.Of(kind, filled.Answers),
    };

    internal FilingAmendmentView ToView() => new()
    {
        State = State,
        Form = Form,
        FormVersion = FormVersion,
        Answers = Answers.Shown(),
        FaultCount = FaultCount,
        SubmittedAt = SubmittedAt,
        Opinion = Opinion,
    };
}
