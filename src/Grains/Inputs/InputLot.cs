using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>Lot (批次) of an input as stored: a purchase. What is used of it stands with the records that used it.</summary>
[GenerateSerializer, Immutable, Alias("input-lot")]
public sealed record InputLot
{
    [Id(0)] public int Revision { get; init; }

    /// <summary>The id of the item it is of; it never changes.</summary>
    [Id(1)] public string Item { get; init; } = "";
    [Id(2)] public string Form { get; init; } = "";
    [Id(3)] public int FormVersion { get; init; }
    [Id(4)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(5)] public Deed? Created { get; init; }
    [Id(6)] public Deed? Changed { get; init; }

    /// <summary>Set while nothing more of it is used.</summary>
    [Id(7)] public Deed? Retired { get; init; }

    internal decimal Quantity => PurchaseRules.QuantityOf(Answers) ?? 0;

    internal Result<InputLot> Add(string id, InputView item, FilledForm filled, Deed by)
    {
        if (PurchaseRules.Checked(filled).Refusal is { } invalid) return invalid;
        if (Revision > 0) return item.Id == Item && filled.Says(Answers) ? this : InputRefusals.ExistsWithDifferentContent(id);
        if (item.Retired is not null) return InputRefusals.Retired(item.Name);
        return Holding(filled) with { Item = item.Id, Created = by };
    }

    /// <summary>Whether enough is left for a lower quantity, the database tells: uses come and go beside this record.</summary>
    internal Result<InputLot> Edit(FilledForm filled, int? expectedRevision, Deed by)
    {
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        if (PurchaseRules.Checked(filled).Refusal is { } invalid) return invalid;
        return filled.Form.Version == FormVersion && filled.Says(Answers) ? this : Holding(filled) with { Changed = by };
    }

    internal Result<InputLot> Retire(int? expectedRevision, Deed by)
    {
        if (!Wording.Fits(by.Reason, Wording.ReasonLength)) return InputRefusals.ReasonRequired;
        if (Retired is not null) return this;
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, Retired = by };
    }

    internal Result<InputLot> Reinstate(int? expectedRevision, Deed by)
    {
        if (Retired is null) return this;
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, Retired = null, Changed = by };
    }

    internal InputLotView ToView(CreditCode enterprise, string id, InputView item, decimal used) => new()
    {
        Revision = Revision,
        Id = id,
        Enterprise = enterprise,
        Item = Item,
        ItemName = item.Name,
        Kind = item.Kind,
        Unit = item.Unit,
        Quantity = Quantity,
        Used = used,
        Left = Retired is null ? Quantity - used : 0,
        Form = Form,
        FormVersion = FormVersion,
        Answers = Answers.Shown(),
        Created = Created?.Shown(),
        Changed = Changed?.Shown(),
        Retired = Retired?.Shown(),
    };

    private InputLot Holding(FilledForm filled) =>
        this with { Revision = Revision + 1, Form = filled.Form.Key, FormVersion = filled.Form.Version, Answers = filled.Answers };
}
