using System.Globalization;
using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>Why a batch refuses.</summary>
public static class BatchRefusals
{
    /// <summary>A batch is of a product that has an issued product filing of the enterprise (BT1).</summary>
    public static Refusal ProductNotFiled(string filing) => Refusal.Conflict("batch/product-not-filed", ("productFiling", filing));

    /// <summary>A batch grows on plots of its zone.</summary>
    public static Refusal PlotNotInZone(string plot) => Refusal.Unprocessable("batch/plot-not-in-zone", ("plot", plot));

    /// <summary>The enterprise opened 99,999 batches today.</summary>
    public static Refusal NumbersUsedUp => Refusal.Conflict("batch/numbers-used-up");

    /// <summary>The same request was sent before with other content.</summary>
    public static Refusal ExistsWithDifferentContent(BatchNumber batch) =>
        Refusal.Conflict("batch/exists-with-different-content", ("batch", batch));

    /// <summary>A completed or void batch is read only (BT5).</summary>
    public static Refusal NotRunning(BatchNumber batch, BatchState state) =>
        Refusal.Conflict("batch/not-running", ("batch", batch), ("state", state));

    /// <summary>Only a completed batch is reopened.</summary>
    public static Refusal NotCompleted(BatchNumber batch) => Refusal.Conflict("batch/not-completed", ("batch", batch));

    /// <summary>Identity codes are bound to it: consumers may hold its products.</summary>
    public static Refusal CodesBound(BatchNumber batch) => Refusal.Conflict("batch/codes-bound", ("batch", batch));

    /// <summary>Reopening a batch and deleting a submitted record need a reason of 1 to 500 characters.</summary>
    public static Refusal ReasonRequired => Refusal.Unprocessable("batch/reason-required");

    /// <summary>The catalogue has no such stage.</summary>
    public static Refusal UnknownStage(string stage) => Refusal.Unprocessable("batch/unknown-stage", ("stage", stage));

    /// <summary>The batch does not have the stage; it can be added.</summary>
    public static Refusal StageNotAdded(string stage) => Refusal.Conflict("batch/stage-not-added", ("stage", stage));

    /// <summary>A stage with records stays.</summary>
    public static Refusal StageNotEmpty(string stage, int records) =>
        Refusal.Conflict("batch/stage-not-empty", ("stage", stage), ("records", records));

    /// <summary>The same record was sent before with other content.</summary>
    public static Refusal RecordExistsWithDifferentContent(string record) =>
        Refusal.Conflict("batch/record-exists-with-different-content", ("record", record));

    /// <summary>A harvest keeps the pre-harvest interval of every pest control on the same plots (BT4).</summary>
    public static Refusal HarvestTooEarly(DateOnly date, DateOnly lawfulFrom) =>
        Refusal.Unprocessable("batch/harvest-too-early", ("date", Text(date)), ("lawfulFrom", Text(lawfulFrom)));

    /// <summary>A declaration of conformity is of something harvested.</summary>
    public static Refusal NotHarvested(BatchNumber batch) => Refusal.Conflict("batch/not-harvested", ("batch", batch));

    /// <summary>No declaration of conformity for a batch that was harvested inside an interval (BT6).</summary>
    public static Refusal HarvestViolated(DateOnly date, DateOnly lawfulFrom) =>
        Refusal.Conflict("batch/harvest-violated", ("date", Text(date)), ("lawfulFrom", Text(lawfulFrom)));

    /// <summary>Quantity, unit, date or contact of a declaration is not what it must be.</summary>
    public static Refusal DeclarationInvalid(string member) => Refusal.Unprocessable("batch/declaration-invalid", ("member", member));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
