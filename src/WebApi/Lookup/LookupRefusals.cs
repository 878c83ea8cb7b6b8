using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>Why a code leads to no product. Each has the same shape whatever the code was, so nothing is learnt by trying codes.</summary>
internal static class LookupRefusals
{
    /// <summary>No such code was ever given out, or it is none: too short, too long, a wrong check digit.</summary>
    public static Refusal UnknownCode { get; } = Refusal.NotFound("lookup/unknown-code");

    /// <summary>The code was given out and is not bound to a batch (IC4).</summary>
    public static Refusal CodeNotBound { get; } = Refusal.NotFound("lookup/code-not-bound");
}
