using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Bales;

/// <summary>Takes a file of inspection results into their ledger (ST1): all of it, or nothing.</summary>
internal sealed class InspectionImport(BulkLedger ledger, ProblemCatalogue catalogue)
{
    public static readonly IReadOnlyList<string> Codes =
    [
        "inspection/required", "inspection/bad-barcode", "inspection/duplicate-barcode", "inspection/bad-batch", "inspection/bad-date",
        "inspection/not-a-number", "inspection/out-of-range", "inspection/unknown-colour-grade", "inspection/unknown-ginning-quality",
        "inspection/unknown-foreign-fibre", "table/rows-refused", "table/unknown-format", "table/unreadable", "table/empty",
        "table/missing-column", "table/too-large",
    ];

    private const string Ledger = "inspections";

    public async Task<Results<Ok<InspectionReport>, ProblemHttpResult>> Run(
        IFormFile file, ImportOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var errors = new RowErrors(catalogue, options.Language);
            // Before the table is opened: both read the one upload.
            var digest = await DigestOf(file, cancellationToken);
            using var table = TableFile.Open(file, InspectionColumns.All);
            var sheet = new InspectionSheet(table, errors);
            var import = new BulkImport(Ledger, digest, new Dictionary<string, string>
            {
                ["actor"] = options.By.Account,
                ["fileName"] = file.FileName,
            });
            var report = await ledger.Import<InspectionReport>(
                import, sheet.Rows(), () => Conclude(sheet, errors, options), cancellationToken);
            if (report is null) return ImportReport.RowsRefused(errors);

            // A file that was here before was not read; its bad rows are still bad.
            if (report.Repeated) _ = sheet.Rows().Count();
            else if (options.DryRun) report = report with { Import = null };
            return TypedResults.Ok(report with { DryRun = options.DryRun, Refused = errors.Count, Errors = errors.Listed });
        }
        catch (TableException unreadable)
        {
            return unreadable.Refusal.ToProblem();
        }
    }

    private static BulkConclusion? Conclude(InspectionSheet sheet, RowErrors errors, ImportOptions options) => options.Stops(errors)
        ? null
        : new(!options.DryRun, new Dictionary<string, string> { ["badRows"] = sheet.BadRows.ToString(CultureInfo.InvariantCulture) });

    private static async Task<byte[]> DigestOf(IFormFile file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return await SHA256.HashDataAsync(content, cancellationToken);
    }
}
