using Suyuan.Common;

namespace Suyuan.TraceUnits;

/// <summary>Whether the caller may edit a unit and its members now, and so for every other deed.</summary>
internal sealed record TraceUnitEditability(
    bool Allowed, IReadOnlyList<ReasonWhyNot> Refusals, WhyNot Dissolve, WhyNot Approve, WhyNot Reject, WhyNot RevokeApproval)
{
    public static TraceUnitEditability Of(TraceUnitVerdicts verdicts, Reasons reasons)
    {
        var edit = reasons.For(verdicts.Edit);
        return new(
            edit.Allowed, edit.Refusals, reasons.For(verdicts.Dissolve), reasons.For(verdicts.Approve), reasons.For(verdicts.Reject),
            reasons.For(verdicts.RevokeApproval));
    }
}
