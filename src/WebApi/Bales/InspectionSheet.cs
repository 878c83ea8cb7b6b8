using System.Runtime.CompilerServices;
using System.Text.Json;
using Suyuan.Common;
using Suyuan.Jobs;

namespace Suyuan.Bales;

/// <summary>The good rows of one file, in the order of the ledger's columns; its bad ones go to the job's errors.</summary>
internal sealed class InspectionSheet(TableFile table, JobContext job)
{
    // A barcode is 32 digits, which fit into sixteen bytes: a million of them are remembered cheaply.
    private readonly HashSet<UInt128> seen = [];

    public int BadRows { get; private set; }

    public async IAsyncEnumerable<object?[]> Rows([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var done = 0L;
        foreach (var row in table.Rows())
        {
            if (Read(row) is { } inspection) yield return Values(inspection);
            else BadRows++;
            await job.Progress(++done, table.Total, cancellationToken);
        }

        // What follows in the database takes a while, and nobody should wait for the last rows meanwhile.
        await job.Write(cancellationToken);
    }

    private Inspection? Read(TableRow row)
    {
        var cells = new InspectionCells(row, job);
        var inspection = new Inspection
        {
            Barcode = cells.Barcode(InspectionColumns.Barcode),
            Batch = cells.Batch(InspectionColumns.Batch),
            InspectedOn = cells.Date(InspectionColumns.InspectedOn),
            ColourGrade = cells.ColourGrade(InspectionColumns.ColourGrade),
            LengthMm = cells.Figure(InspectionColumns.LengthMm, FibreProperty.LengthMm),
            Micronaire = cells.Figure(InspectionColumns.Micronaire, FibreProperty.Micronaire),
            Strength = cells.Figure(InspectionColumns.Strength, FibreProperty.Strength),
            Uniformity = cells.Figure(InspectionColumns.Uniformity, FibreProperty.Uniformity),
            GinningQuality = cells.GinningQuality(InspectionColumns.GinningQuality),
            ForeignFibre = cells.ForeignFibre(InspectionColumns.ForeignFibre),
            Rd = cells.Optional(InspectionColumns.Rd, FibreProperty.Reflectance),
            PlusB = cells.Optional(InspectionColumns.PlusB, FibreProperty.Yellowness),
            ImpurityPct = cells.Optional(InspectionColumns.ImpurityPct, FibreProperty.Impurity),
            ShortFibrePct = cells.Optional(InspectionColumns.ShortFibrePct, FibreProperty.ShortFibre),
        };
        if (cells.Sound && !seen.Add(UInt128.Parse(inspection.Barcode.Value, null)))
            cells.Refuse(InspectionColumns.Barcode, InspectionRefusals.DuplicateBarcode(inspection.Barcode));
        return cells.Sound ? inspection : null;
    }

    private static object?[] Values(Inspection i) =>
    [
        i.Barcode.Value, i.Batch, i.InspectedOn, i.ColourGrade.Value, i.LengthMm, i.Micronaire, i.Strength, i.Uniformity, i.GinningQuality,
        i.ForeignFibre is { } fibre ? JsonNamingPolicy.CamelCase.ConvertName(fibre.ToString()) : null,
        i.Rd, i.PlusB, i.ImpurityPct, i.ShortFibrePct,
    ];
}
