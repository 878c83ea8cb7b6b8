using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>
/// A regiment makes the accounts of its companies from a list (AC2). Passwords are told in the answer and kept only hashed, so the
/// answer is the one chance to save them.
/// </summary>
internal sealed class AccountImport(IGrainFactory grains, AccountQueries queries, IPersonalData personal, ProblemCatalogue catalogue)
{
    public static readonly IReadOnlyList<string> Codes =
    [
        "account/not-a-company", "account/company-not-yours", "account/company-unknown", "account/company-twice", "account/mobile-invalid",
        "account/mobile-twice", "account/mobile-taken", "account/text-too-long", "account/user-name-taken", "table/rows-refused",
        "table/unknown-format", "table/unreadable", "table/empty", "table/missing-column", "table/too-large",
    ];

    private const int MostRows = 5_000;

    // A password's hash is work for a processor, so more of them at a time would only keep others waiting.
    private static readonly ParallelOptions Bounded = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    public async Task<Results<Ok<AccountImportReport>, ProblemHttpResult>> Run(IFormFile file, ImportOptions options)
    {
        var table = TableRows.Read(
            file, AccountRow.CodeColumn, AccountRow.NameColumn, AccountRow.ContactColumn, AccountRow.MobileColumn);
        if (table.Refused) return table.Refusal.ToProblem();
        if (table.Value.Rows.Count > MostRows) return TableRefusals.TooLarge(MostRows).ToProblem();

        var errors = new RowErrors(catalogue, options.Language);
        var rows = await WithoutTakenMobiles(await Known(Companies(table.Value, options, errors), errors), errors);
        if (options.Stops(errors)) return ImportReport.RowsRefused(errors);
        var accounts = options.DryRun ? rows.Select(row => row.ToAnswer(null)).ToList() : await Store(rows, options, errors);
        return TypedResults.Ok(Report(accounts, errors, options));
    }

    private static List<AccountRow> Companies(TableRows table, ImportOptions options, RowErrors errors)
    {
        var rows = new Dictionary<RegionCode, AccountRow>();
        foreach (var row in table.Rows.Select(row => AccountRow.Read(row, errors)).OfType<AccountRow>())
        {
            if (!options.By.Oversees(row.Company))
                errors.Add(row.Number, AccountRow.CodeColumn.Headings[0], AccountImportRefusals.CompanyNotYours(row.Company));
            else if (!rows.TryAdd(row.Company, row))
                errors.Add(row.Number, AccountRow.CodeColumn.Headings[0], AccountImportRefusals.CompanyTwice(row.Company));
        }

        return [.. rows.Values];
    }

    /// <summary>The rows of companies that exist, each with the account that is there already.</summary>
    private async Task<List<AccountRow>> Known(List<AccountRow> rows, RowErrors errors)
    {
        var known = new List<AccountRow>();
        foreach (var row in rows)
        {
            var company = await grains.Region(row.Company).Get();
            var account = await grains.Account(row.UserName).Get();
            if (company.Refused)
                errors.Add(row.Number, AccountRow.CodeColumn.Headings[0], AccountImportRefusals.CompanyUnknown(row.Company));
            else if (!account.Refused && !account.Value.Roles.Contains(new(Role.Company, row.Company.Value)))
                errors.Add(row.Number, AccountRow.CodeColumn.Headings[0], AccountRefusals.UserNameTaken(row.UserName));
            else if (account.Refused && row.Masked)
                errors.Add(row.Number, AccountRow.MobileColumn.Headings[0], AccountImportRefusals.MobileInvalid);
            else
                known.Add(row with
                {
                    Name = row.Name.Length > 0 ? row.Name : company.Value.Name,
                    Known = account.Refused ? null : account.Value,
                });
        }

        return known;
    }

    private async Task<List<AccountRow>> WithoutTakenMobiles(List<AccountRow> rows, RowErrors errors)
    {
        var hashes = rows.Where(row => row.Known is null && row.Mobile is not null)
            .ToDictionary(row => row.Number, row => personal.Hash(row.Mobile!.Value.Value));
        var taken = await queries.TakenMobiles(hashes.Values);
        var first = new Dictionary<string, int>();
        return rows.FindAll(row =>
        {
            if (!hashes.TryGetValue(row.Number, out var hash)) return true;
            if (!taken.Contains(hash) && first.TryAdd(hash, row.Number)) return true;
            var refusal = taken.Contains(hash) ? AccountRefusals.MobileTaken : AccountImportRefusals.MobileTwice(first[hash]);
            errors.Add(row.Number, AccountRow.MobileColumn.Headings[0], refusal);
            return false;
        });
    }

    private async Task<List<ImportedAccount>> Store(List<AccountRow> rows, ImportOptions options, RowErrors errors)
    {
        var stored = new ConcurrentDictionary<int, ImportedAccount>();
        await Parallel.ForEachAsync(rows, Bounded, async (row, _) =>
        {
            if (row.Known is not null)
            {
                stored[row.Number] = row.ToAnswer(null);
                return;
            }

            var made = await grains.Account(row.UserName).Create(row.ToCommand(options.By));
            if (made.Refused) lock (errors) errors.Add(row.Number, AccountRow.CodeColumn.Headings[0], made.Refusal);
            else stored[row.Number] = row.ToAnswer(made.Value.OneTimePassword);
        });
        return [.. stored.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    private static AccountImportReport Report(List<ImportedAccount> accounts, RowErrors errors, ImportOptions options) => new()
    {
        DryRun = options.DryRun,
        Created = accounts.Count(account => account.Change == RecordChange.Created),
        Unchanged = accounts.Count(account => account.Change == RecordChange.Unchanged),
        Refused = errors.Count,
        Errors = errors.Listed,
        Accounts = accounts,
    };
}
