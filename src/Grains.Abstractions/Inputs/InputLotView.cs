using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>Lot (批次) of an input: a purchase and its stock.</summary>
[GenerateSerializer, Immutable, Alias("input-lot-view")]
public sealed record InputLotView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";
    [Id(2)] public CreditCode Enterprise { get; init; }

    /// <summary>The id of the item it is of, with the item's name, kind and unit.</summary>
    [Id(3)] public string Item { get; init; } = "";
    [Id(4)] public string ItemName { get; init; } = "";
    [Id(5)] public string Kind { get; init; } = "";
    [Id(6)] public string Unit { get; init; } = "";

    /// <summary>Purchased, used, and left: nothing is left of a retired lot, whatever it still holds.</summary>
    [Id(7)] public decimal Quantity { get; init; }
    [Id(8)] public decimal Used { get; init; }
    [Id(9)] public decimal Left { get; init; }
    [Id(10)] public string Form { get; init; } = "";
    [Id(11)] public int FormVersion { get; init; }
    [Id(12)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(13)] public Deed? Created { get; init; }
    [Id(14)] public Deed? Changed { get; init; }

    /// <summary>Since when, and why, nothing more of it is used.</summary>
    [Id(15)] public Deed? Retired { get; init; }
}
