using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>
/// Stage record (环节记录) as it is written: the batch's record carries the one that its last decision was about, and the database keeps
/// them all. So a batch stays small however many records it has, and each of its versions holds one version of one record.
/// </summary>
[GenerateSerializer, Immutable, Alias("stage-record")]
public sealed record StageRecord
{
    [Id(0)] public string Id { get; init; } = "";
    [Id(1)] public int Revision { get; init; }

    /// <summary>The key of the stage's form.</summary>
    [Id(2)] public string Stage { get; init; } = "";

    [Id(3)] public int FormVersion { get; init; }
    [Id(4)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(5)] public DateOnly OccurredOn { get; init; }
    [Id(6)] public StageRecordState State { get; init; }
    [Id(7)] public Deed? Created { get; init; }
    [Id(8)] public Deed? Changed { get; init; }
    [Id(9)] public Deed? Submitted { get; init; }
    [Id(10)] public Deed? Deleted { get; init; }

    /// <summary>The record with these answers: a draft, whatever it was.</summary>
    internal StageRecord Saying(FilledForm filled, DateOnly today) => this with
    {
        Revision = Revision + 1,
        Stage = filled.Form.Key,
        FormVersion = filled.Form.Version,
        Answers = filled.Answers,
        OccurredOn = StageDates.OccurredOn(filled) ?? today,
        State = StageRecordState.Draft,
        Submitted = null,
    };

    internal bool Says(FilledForm filled) =>
        Stage == filled.Form.Key && FormVersion == filled.Form.Version && filled.Says(Answers);

    internal StageRecordView ToView(DateOnly? lawfulFrom) => new()
    {
        Revision = Revision,
        Id = Id,
        Stage = Stage,
        FormVersion = FormVersion,
        Answers = Answers.Shown(),
        OccurredOn = OccurredOn,
        State = State,
        LawfulFrom = lawfulFrom,
        Created = Created?.Shown(),
        Changed = Changed?.Shown(),
        Submitted = Submitted?.Shown(),
        Deleted = Deleted?.Shown(),
    };
}
