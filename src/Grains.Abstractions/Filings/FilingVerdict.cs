using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>Whether one deed may be done now.</summary>
[GenerateSerializer, Immutable, Alias("filing-verdict")]
public sealed record FilingVerdict([property: Id(0)] FilingDeed Deed, [property: Id(1)] Verdict Verdict);
