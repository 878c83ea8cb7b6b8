namespace Suyuan.Bales;

/// <summary>What an import of inspection results did, or with a dry run would do.</summary>
internal sealed record InspectionReport
{
    /// <summary>Number of the import; absent when nothing was to be stored.</summary>
    public long? Import { get; init; }

    public bool DryRun { get; init; }

    /// <summary>True when this very file was imported before; the figures are those of that time.</summary>
    public bool Repeated { get; init; }

    /// <summary>Rows of the file, bad ones included.</summary>
    public int Rows { get; init; }

    public int Created { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Results that wait for their bale.</summary>
    public int UnknownBarcodes { get; init; }

    /// <summary>How many errors there are; the job lists them.</summary>
    public long Refused { get; init; }
}
