using System.Globalization;
using Suyuan.Common;
using Suyuan.Jobs;
using Suyuan.Silo.Storage;

namespace Suyuan.Bales;

/// <summary>Takes a file of inspection results into their ledger (ST1): all of it, or nothing; the work of a job.</summary>
internal sealed class InspectionImport(BulkLedger ledger)
{
    public const string Ledger = "inspections";

    public async Task<Result<InspectionReport>> Run(JobContext job, ImportOptions options, CancellationToken cancellationToken)
    {
        using var table = TableFile.Open(job.File.Name, job.File.OpenRead, InspectionColumns.All);
        var sheet = new InspectionSheet(table, job);
        var import = new BulkImport(Ledger, job.File.Sha256, new Dictionary<string, string>
        {
            ["actor"] = options.By.Account,
            ["fileName"] = job.File.Name,
        });
        var report = await ledger.Import<InspectionReport>(
            import, sheet.Rows(cancellationToken), () => Conclude(sheet, job, options), cancellationToken);
        if (report is null) return TableRefusals.RowsRefused(job.Errors);

        // A file that was here before was not read; its bad rows are still bad.
        if (report.Repeated) _ = await sheet.Rows(cancellationToken).CountAsync(cancellationToken);
        else if (options.DryRun) report = report with { Import = null };
        return report with { DryRun = options.DryRun, Refused = job.Errors };
    }

    private static BulkConclusion? Conclude(InspectionSheet sheet, JobContext job, ImportOptions options) => options.Stops(job.Errors)
        ? null
        : new(!options.DryRun, new Dictionary<string, string> { ["badRows"] = sheet.BadRows.ToString(CultureInfo.InvariantCulture) });
}
