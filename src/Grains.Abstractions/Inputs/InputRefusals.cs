using Suyuan.Common;

namespace Suyuan.Inputs;

/// <summary>Why something about inputs is refused.</summary>
public static class InputRefusals
{
    /// <summary>Stock never goes below zero, whoever draws at once (SR2).</summary>
    public static Refusal InsufficientStock(string lot, string item, decimal asked, decimal left) =>
        Refusal.Conflict("input/insufficient-stock", ("lot", lot), ("item", item), ("asked", asked), ("left", left));

    /// <summary>Nothing more is taken of a lot that was retired.</summary>
    public static Refusal LotRetired(string lot, string item) => Refusal.Conflict("input/lot-retired", ("lot", lot), ("item", item));

    /// <summary>The enterprise has no such lot.</summary>
    public static Refusal LotUnknown(string lot) => Refusal.Unprocessable("input/lot-unknown", ("lot", lot));
}
