using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.TraceUnits;

/// <summary>Why not: every deed is tried on the record as it stands, and the outcome thrown away; no rule is written twice.</summary>
internal static class UnitVerdicts
{
    // A rejection needs words; whether they are good is judged when there are any.
    private const string SomeReason = "…";

    public static TraceUnitVerdicts Judge(this TraceUnit unit, Caller by, UnitFacts facts) => new()
    {
        // What an edit says is judged when it is said; these are the reasons that hold whatever it says.
        Edit = new([.. unit.AgainstChange(by, facts)]),
        Dissolve = Verdict.On(unit.Dissolve(new(by, null), facts)),
        Approve = Verdict.On(unit.Approve(new(by, null), facts)),
        Reject = Verdict.On(unit.Reject(new(by, SomeReason, null), facts)),
        RevokeApproval = Verdict.On(unit.RevokeApproval(new(by, null), facts)),
    };
}
