using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>Imports regions: every row is checked against the file and the hierarchy before the first is stored (RG1).</summary>
internal sealed class RegionImport(IGrainFactory grains, ProblemCatalogue catalogue)
{
    public static readonly TableColumn Code = new("code", "编码");
    public static readonly TableColumn Name = new("name", "名称");

    public async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Run(IFormFile file, ImportOptions options)
    {
        var table = TableRows.Read(file, Code, Name);
        if (table.Refused) return table.Refusal.ToProblem();

        var errors = new RowErrors(catalogue, options.Language);
        var rows = await WithParents(Parse(table.Value, errors), errors);
        if (options.Stops(errors)) return ImportReport.RowsRefused(errors);
        var changes = options.DryRun ? await Preview(rows) : await Store(rows, options, errors);
        return TypedResults.Ok(ImportReport.Of(changes, errors, options.DryRun));
    }

    private static Dictionary<RegionCode, Row> Parse(TableRows table, RowErrors errors)
    {
        var rows = new Dictionary<RegionCode, Row>();
        foreach (var row in table.Rows)
        {
            var name = row[Name.Name];
            if (!RegionCode.TryParse(row[Code.Name], null, out var code))
                errors.Add(row.Number, Code.Headings[0], RegionImportRefusals.CodeInvalid(row[Code.Name]));
            else if (name.Length is 0 or > 60)
                errors.Add(row.Number, Name.Headings[0], RegionRefusals.NameInvalid(code));
            else if (!rows.TryAdd(code, new(row.Number, code, name)) && rows[code].Name != name)
                errors.Add(row.Number, Code.Headings[0], RegionImportRefusals.Twice(code));
        }

        return rows;
    }

    // Divisions first, so that a row whose parent fell out falls out as well.
    private async Task<List<Row>> WithParents(Dictionary<RegionCode, Row> rows, RowErrors errors)
    {
        var kept = new Dictionary<RegionCode, Row>();
        foreach (var row in rows.Values.OrderBy(row => row.Code.Value.Length))
        {
            if (row.Code.Parent is { } parent && !kept.ContainsKey(parent) && (await grains.Region(parent).Get()).Refused)
                errors.Add(row.Number, Code.Headings[0], RegionRefusals.ParentMissing(row.Code, parent));
            else
                kept.Add(row.Code, row);
        }

        return [.. kept.Values];
    }

    private async Task<IReadOnlyCollection<RecordChange>> Preview(List<Row> rows)
    {
        var changes = new ConcurrentBag<RecordChange>();
        await Parallel.ForEachAsync(rows, Bounded, async (row, _) =>
        {
            var known = await grains.Region(row.Code).Get();
            var same = !known.Refused && known.Value.Name == row.Name;
            changes.Add(known.Refused ? RecordChange.Created : same ? RecordChange.Unchanged : RecordChange.Changed);
        });
        return changes;
    }

    private async Task<IReadOnlyCollection<RecordChange>> Store(List<Row> rows, ImportOptions options, RowErrors errors)
    {
        var changes = new ConcurrentBag<RecordChange>();
        foreach (var level in rows.GroupBy(row => row.Code.Value.Length).OrderBy(level => level.Key))
        {
            await Parallel.ForEachAsync(level, Bounded, async (row, _) =>
            {
                var put = await grains.Region(row.Code).Put(new(options.By, row.Name));
                if (put.Refused) lock (errors) errors.Add(row.Number, Code.Headings[0], put.Refusal);
                else changes.Add(put.Value.Change);
            });
        }

        return changes;
    }

    private static ParallelOptions Bounded => new() { MaxDegreeOfParallelism = ImportOptions.Parallelism };

    private sealed record Row(int Number, RegionCode Code, string Name);
}
