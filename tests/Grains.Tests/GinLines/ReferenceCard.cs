using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>A card as the reference knows it: fresh, here, elsewhere, auto or manual.</summary>
internal sealed class ReferenceCard
{
    public required CardNumber Number { get; init; }
    public required string Unit { get; init; }
    public required GivenGinDay Day { get; init; }
    public bool Ours { get; init; } = true;
    public decimal? Quota { get; set; }
    public int? ExportedTo { get; set; }
    public bool Voided { get; set; }
    public string State { get; set; } = "fresh";
    public decimal Processed { get; set; }
    public int Bales { get; set; }
    public int Delay { get; set; }

    /// <summary>What a first scan asks of a card, and a first bale again.</summary>
    public bool Known => Ours && !Voided && Day.Approved.Contains(Unit);
}
