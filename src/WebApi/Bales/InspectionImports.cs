using System.Globalization;
using System.Security.Cryptography;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Bales;

/// <summary>Takes files of inspection results into their ledger (ST1).</summary>
internal sealed class InspectionImports(BulkLedger ledger, ProblemCatalogue catalogue)
{
    private const string Ledger = "inspections";

    public async Task<Result<InspectionReport>> Import(IFormFile file, InspectionImportOptions options, Caller by, HttpContext http)
    {
        try
        {
            var errors = new RowErrors(catalogue, Languages.Preferred(http.Request));
            using var table = TableFile.Open(file, InspectionColumns.All);
            var sheet = new InspectionSheet(table, errors);
            var import = new BulkImport(Ledger, await DigestOf(file, http.RequestAborted), new Dictionary<string, string>
            {
                ["actor"] = by.Account,
                ["fileName"] = file.FileName,
            });
            var report = await ledger.Import<InspectionReport>(import, sheet.Rows(), () => Conclude(sheet, options), http.RequestAborted);
            // A file that was here before was not read; its bad rows are still bad.
            if (report.Repeated) _ = sheet.Rows().Count();
            else if (!options.Keeps(sheet.BadRows)) report = report.NotStored(wouldHave: options.DryRun is true);
            return report with { Errors = [.. errors.Listed] };
        }
        catch (TableException unreadable)
        {
            return unreadable.Refusal;
        }
    }

    private static BulkConclusion Conclude(InspectionSheet sheet, InspectionImportOptions options) => new(
        options.Keeps(sheet.BadRows),
        new Dictionary<string, string> { ["badRows"] = sheet.BadRows.ToString(CultureInfo.InvariantCulture) });

    private static async Task<byte[]> DigestOf(IFormFile file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return await SHA256.HashDataAsync(content, cancellationToken);
    }
}
