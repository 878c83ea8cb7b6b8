using System.Collections.Immutable;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>Why publishing refuses.</summary>
public static class PublicationRefusals
{
    /// <summary>A batch's items are looked up by its codes: a range is bound first (前提：身份码已经关联, PB2).</summary>
    public static Refusal CodesRequired(BatchNumber batch) => Refusal.Conflict("publication/codes-required", ("batch", batch));

    /// <summary>Neither SITE nor the batch has such an item.</summary>
    public static Refusal UnknownItem(string item) => Refusal.NotFound("publication/unknown-item", ("item", item));

    /// <summary>The item has nothing that consumers could see: no valid filing, no submitted record.</summary>
    public static Refusal NothingToShow(string item) => Refusal.Conflict("publication/nothing-to-show", ("item", item));

    /// <summary>A regulator closed the item.</summary>
    public static Refusal Closed(string item, string? reason) =>
        Refusal.Conflict("publication/closed-by-regulator", ("item", item), ("reason", reason));

    /// <summary>Several items at once are opened together or not at all; `errors` says why of each that cannot be.</summary>
    public static Refusal ItemsRefused(ImmutableArray<FieldFault> faults) =>
        Refusal.Conflict("publication/items-refused", ("count", faults.IsDefault ? 0 : faults.Length)) with { Fields = faults };

    /// <summary>At least one item is named, and at most 200.</summary>
    public static Refusal ItemsRequired => Refusal.Unprocessable("publication/items-required");

    /// <summary>A closure needs a reason of 1 to 500 characters.</summary>
    public static Refusal ReasonRequired => Refusal.Unprocessable("publication/reason-required");

    /// <summary>A public profile is of a product that has an issued product filing of the enterprise (PB1).</summary>
    public static Refusal ProductNotFiled(string filing) => Refusal.Conflict("publication/product-not-filed", ("productFiling", filing));
}
