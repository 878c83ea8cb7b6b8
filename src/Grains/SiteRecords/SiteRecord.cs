using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.SiteRecords;

/// <summary>Site record as stored: internal management (内部管理), a test (检测信息) or an issue of inputs (领用).</summary>
[GenerateSerializer, Immutable, Alias("site-record")]
public sealed record SiteRecord
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Form { get; init; } = "";
    [Id(2)] public int FormVersion { get; init; }
    [Id(3)] public SiteRecordState State { get; init; }
    [Id(4)] public DateOnly? Day { get; init; }
    [Id(5)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(6)] public Deed? Created { get; init; }
    [Id(7)] public Deed? Changed { get; init; }
    [Id(8)] public Deed? Submitted { get; init; }
    [Id(9)] public Deed? Deleted { get; init; }

    /// <summary>A draft keeps answers with faults; only a form that is none of these is refused.</summary>
    internal Result<SiteRecord> Add(string id, FilledRecord filled, Deed by)
    {
        if (!SiteRecordForms.Takes(filled.Filled.Form)) return SiteRecordRefusals.FormUnknown(filled.Filled.Form.Key);
        if (Revision > 0)
            return filled.Filled.Form.Key == Form && filled.Filled.Says(Answers) ? this : SiteRecordRefusals.ExistsWithDifferentContent(id);
        return Holding(filled) with { Form = filled.Filled.Form.Key, Created = by };
    }

    internal Result<SiteRecord> Edit(FilledRecord filled, int? expectedRevision, Deed by)
    {
        if (AgainstChange(expectedRevision) is { } refusal) return refusal;
        if (State is SiteRecordState.Submitted && filled.Refusal is { } invalid) return invalid;
        return filled.Filled.Form.Version == FormVersion && filled.Filled.Says(Answers) ? this : Holding(filled) with { Changed = by };
    }

    internal Result<SiteRecord> Submit(FilledRecord filled, int? expectedRevision, Deed by)
    {
        if (State is SiteRecordState.Submitted) return this;
        if (AgainstChange(expectedRevision) is { } refusal) return refusal;
        if (filled.Refusal is { } invalid) return invalid;
        return Holding(filled) with { State = SiteRecordState.Submitted, Submitted = by };
    }

    internal Result<SiteRecord> Delete(int? expectedRevision, Deed by)
    {
        if (!Wording.Fits(by.Reason, Wording.ReasonLength)) return SiteRecordRefusals.ReasonRequired;
        if (State is SiteRecordState.Deleted) return this;
        if (AgainstChange(expectedRevision) is { } refusal) return refusal;
        return this with { Revision = Revision + 1, State = SiteRecordState.Deleted, Deleted = by };
    }

    internal SiteRecordView ToView(CreditCode enterprise, string id) => new()
    {
        Revision = Revision,
        Id = id,
        Enterprise = enterprise,
        Form = Form,
        FormVersion = FormVersion,
        State = State,
        Day = Day,
        Answers = Answers.Shown(),
        Created = Created?.Shown(),
        Changed = Changed?.Shown(),
        Submitted = Submitted?.Shown(),
        Deleted = Deleted?.Shown(),
    };

    private Refusal? AgainstChange(int? expectedRevision) => State is SiteRecordState.Deleted
        ? SiteRecordRefusals.Deleted
        : Common.Revision.Outdated(Revision, expectedRevision);

    private SiteRecord Holding(FilledRecord filled) => this with
    {
        Revision = Revision + 1, FormVersion = filled.Filled.Form.Version, Answers = filled.Filled.Answers, Day = filled.Day,
    };
}
