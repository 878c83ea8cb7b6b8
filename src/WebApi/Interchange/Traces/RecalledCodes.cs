using Suyuan.Batches;

namespace Suyuan.Interchange;

/// <summary>A range of codes that an input lot touched.</summary>
/// <param name="Freezes">Where codes of it are put under recall, with the revision as If-Match.</param>
internal sealed record RecalledCodes(
    BatchNumber Batch, string Range, string Start, string End, long Codes, long FrozenCodes, int Revision, string Freezes);
