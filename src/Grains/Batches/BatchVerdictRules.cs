using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>Why not: every deed is tried on the record as it stands, and the outcome thrown away; no rule is written twice.</summary>
internal static class BatchVerdictRules
{
    // Reopening needs words; whether they are good is judged when there are any.
    private const string SomeReason = "…";

    public static BatchVerdicts Judge(this Batch batch, Caller by, bool codesBound)
    {
        var deed = new Deed(by.Account, default);
        var (change, declare) = (Verdict.Of(batch.AgainstChange()), Verdict.Of(batch.AgainstDeclaring()));
        var forbidden = by.WorksFor(batch.Enterprise) ? null : Verdict.Of(SharedRefusals.Forbidden);
        return new()
        {
            // What an edit, a record or a declaration says is judged when it is said; these are the reasons that hold whatever it says.
            Edit = forbidden ?? change,
            Record = forbidden ?? change,
            Declare = forbidden ?? declare,
            Complete = forbidden ?? Verdict.On(batch.Complete(new(by, null), deed)),
            Reopen = forbidden ?? Verdict.On(batch.Reopen(new(by, SomeReason, null), deed)),
            Void = forbidden ?? Verdict.On(batch.Void(new(by, null, null), codesBound, deed)),
        };
    }
}
