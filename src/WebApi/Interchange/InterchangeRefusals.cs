using Suyuan.Common;

namespace Suyuan.Interchange;

/// <summary>Why an export is refused.</summary>
internal static class InterchangeRefusals
{
    /// <summary>Events are asked for by a card, a bale, or a batch with its enterprise.</summary>
    public static Refusal OneThing => Refusal.Unprocessable("interchange/one-thing");
}
