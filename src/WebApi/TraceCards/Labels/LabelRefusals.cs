using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>Why labels cannot be drawn. A label with empty boxes for letters would be worse than none.</summary>
internal static class LabelRefusals
{
    public static Refusal FontMissing => Refusal.Conflict("trace-card/label-font-missing");

    public static Refusal LettersMissing(string letters) => Refusal.Conflict("trace-card/label-letters-missing", ("letters", letters));

    public static Refusal ZplOnRollOnly => Refusal.Unprocessable("trace-card/zpl-on-roll-only");
}
