using Suyuan.Common;
using Suyuan.IdentityCodes;

namespace Suyuan.Interchange;

/// <summary>Codes that were put under recall, and since when they no longer are.</summary>
internal sealed record TracedFreeze(int Number, IdentityCode Start, IdentityCode End, Deed Frozen, Deed? Lifted);
