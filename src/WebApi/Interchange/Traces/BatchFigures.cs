namespace Suyuan.Interchange;

/// <summary>A balance in one unit.</summary>
internal sealed record BatchFigures(string Unit)
{
    public decimal Harvested { get; init; }
    public decimal ProcessedIn { get; init; }
    public decimal ProcessedOut { get; init; }
    public decimal Packed { get; init; }

    /// <summary>What was put into store, which may be the same more than once.</summary>
    public decimal Stored { get; init; }

    public decimal Sold { get; init; }

    /// <summary>What processing took off.</summary>
    public decimal Loss => ProcessedIn - ProcessedOut;

    /// <summary>
    /// What there was to pack and to sell: the harvest less what processing took off; without a harvest what processing gave; of what is
    /// only counted in this unit once it is packed, what was packed. Null where none of these is known, and so nothing can be told.
    /// </summary>
    public decimal? Available =>
        Harvested > 0 ? Harvested - Loss : ProcessedOut > 0 ? ProcessedOut : Packed > 0 ? Packed : null;

    /// <summary>Not sold: in store, lost, or unexplained. Below zero more was sold than there was.</summary>
    public decimal? Remaining => Available - Sold;

    /// <summary>As above, less also what was packed where that is more than what was sold.</summary>
    public decimal? Unexplained => Available - Math.Max(Packed, Sold);

    /// <summary>More was packed or sold than there was.</summary>
    public bool Short => Unexplained < 0;

    public BatchFigures Plus(BatchFigures other) => this with
    {
        Harvested = Harvested + other.Harvested,
        ProcessedIn = ProcessedIn + other.ProcessedIn,
        ProcessedOut = ProcessedOut + other.ProcessedOut,
        Packed = Packed + other.Packed,
        Stored = Stored + other.Stored,
        Sold = Sold + other.Sold,
    };
}
