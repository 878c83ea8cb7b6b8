using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>What the caller may do with a filing now, deed by deed.</summary>
[GenerateSerializer, Immutable, Alias("filing-verdicts")]
public sealed record FilingVerdicts([property: Id(0)] ImmutableArray<FilingVerdict> Deeds)
{
    public Verdict On(FilingDeed deed) => Deeds.Single(judged => judged.Deed == deed).Verdict;
}
