using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>Whether the caller may edit a batch now, and so for every other deed.</summary>
internal sealed record BatchEditability(
    bool Allowed, IReadOnlyList<ReasonWhyNot> Refusals, WhyNot Record, WhyNot Complete, WhyNot Reopen, WhyNot Void, WhyNot Declare)
{
    public static BatchEditability Of(BatchVerdicts verdicts, Reasons reasons)
    {
        var edit = reasons.For(verdicts.Edit);
        return new(
            edit.Allowed, edit.Refusals, reasons.For(verdicts.Record), reasons.For(verdicts.Complete), reasons.For(verdicts.Reopen),
            reasons.For(verdicts.Void), reasons.For(verdicts.Declare));
    }
}
