using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>What an import of inspection results did, or would have done.</summary>
public sealed record InspectionReport
{
    /// <summary>Number of the import; absent when nothing was stored.</summary>
    public long? Import { get; init; }

    /// <summary>True when this very file was imported before; the figures are those of that time.</summary>
    public bool Repeated { get; init; }

    /// <summary>Rows read from the file, bad ones included.</summary>
    public int Rows { get; init; }

    public int Created { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Results that wait for their bale.</summary>
    public int UnknownBarcodes { get; init; }

    public int BadRows { get; init; }

    /// <summary>At most the first thousand.</summary>
    public ImmutableArray<RowError> Errors { get; init; } = [];

    /// <summary>A dry run still tells what would have happened; a file refused for its bad rows did nothing.</summary>
    internal InspectionReport NotStored(bool wouldHave) =>
        wouldHave ? this with { Import = null } : this with { Import = null, Created = 0, Changed = 0, Unchanged = 0, UnknownBarcodes = 0 };
}
