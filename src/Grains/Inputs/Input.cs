using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>Item of an enterprise's catalogue of inputs (物资) as stored.</summary>
[GenerateSerializer, Immutable, Alias("input")]
public sealed record Input
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Form { get; init; } = "";
    [Id(2)] public int FormVersion { get; init; }
    [Id(3)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(4)] public Deed? Created { get; init; }
    [Id(5)] public Deed? Changed { get; init; }

    /// <summary>Set while nothing more of it is bought.</summary>
    [Id(6)] public Deed? Retired { get; init; }

    internal string Name => Answers.Text(ItemRules.Name) ?? "";
    internal string Unit => Answers.Text(ItemRules.Unit) ?? "";

    internal Result<Input> Add(string id, FilledForm filled, Deed by)
    {
        if (ItemRules.Checked(filled).Refusal is { } invalid) return invalid;
        if (Revision > 0) return filled.Form.Key == Form && filled.Says(Answers) ? this : InputRefusals.ExistsWithDifferentContent(id);
        return Holding(filled) with { Created = by };
    }

    internal Result<Input> Edit(FilledForm filled, int? expectedRevision, Deed by)
    {
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        if (ItemRules.Checked(filled).Refusal is { } invalid) return invalid;
        return filled.Form.Version == FormVersion && filled.Says(Answers) ? this : Holding(filled) with { Changed = by };
    }

    internal Result<Input> Retire(int? expectedRevision, Deed by)
    {
        if (!Wording.Fits(by.Reason, Wording.ReasonLength)) return InputRefusals.ReasonRequired;
        if (Retired is not null) return this;
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, Retired = by };
    }

    internal Result<Input> Reinstate(int? expectedRevision, Deed by)
    {
        if (Retired is null) return this;
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, Retired = null, Changed = by };
    }

    internal InputView ToView(CreditCode enterprise, string id) => new()
    {
        Revision = Revision,
        Id = id,
        Enterprise = enterprise,
        Kind = InputForms.KindOf(Form),
        Name = Name,
        Unit = Unit,
        Form = Form,
        FormVersion = FormVersion,
        Answers = Answers.Shown(),
        Created = Created?.Shown(),
        Changed = Changed?.Shown(),
        Retired = Retired?.Shown(),
    };

    private Input Holding(FilledForm filled) =>
        this with { Revision = Revision + 1, Form = filled.Form.Key, FormVersion = filled.Form.Version, Answers = filled.Answers };
}
