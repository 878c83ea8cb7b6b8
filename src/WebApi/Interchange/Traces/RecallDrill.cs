using System.Collections.Immutable;

namespace Suyuan.Interchange;

/// <summary>Recall drill (召回演练): what an input lot touched. The ranges of codes are a list of their own, for there may be many.</summary>
/// <param name="Ranges">How many ranges of identity codes are bound to the batches, of how many codes; some may be frozen already.</param>
internal sealed record RecallDrill(
    string Lot, string LotNumber, ImmutableArray<TouchedBatch> Batches, ImmutableArray<RecalledSale> Sales, long Ranges, long Codes,
    long FrozenCodes)
{
    public static RecallDrill Of(TracedThing lot, TouchedFacts facts) => new(
        lot.Id, lot.Label, facts.Batches, facts.Sales, facts.Batches.Sum(batch => batch.Ranges ?? 0),
        facts.Batches.Sum(batch => batch.Codes ?? 0),
        facts.Batches.Sum(batch => batch.FrozenCodes ?? 0));
}
