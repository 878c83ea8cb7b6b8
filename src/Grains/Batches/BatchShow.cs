using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>A batch as its readers see it.</summary>
internal static class BatchShow
{
    public static BatchView ToView(this Batch batch, FormCatalogue catalogue) => new()
    {
        Revision = batch.Revision,
        Enterprise = batch.Enterprise,
        Number = batch.Number,
        State = batch.State,
        ProductFiling = batch.ProductFiling,
        ProductName = batch.ProductName,
        Category = batch.Category,
        Zone = batch.Zone,
        Plots = batch.Plots,
        FormVersion = batch.FormVersion,
        Answers = batch.Answers.Shown(),
        Stages =
        [
            .. batch.Stages.Select(stage => new BatchStageView(stage.Stage, catalogue.Find(stage.Stage)?.Stage?.Group, stage.Records)),
        ],
        Harvests = [.. batch.Harvests.Select(harvest => new HarvestView(harvest.Record, harvest.Date, harvest.LawfulFrom))],
        Declarations = [.. batch.Declarations.Select((declaration, index) => declaration.ToView(index + 1))],
        Opened = batch.Opened?.Shown(),
        Completed = batch.Completed?.Shown(),
        Reopened = batch.Reopened?.Shown(),
        Voided = batch.Voided?.Shown(),
    };
}
