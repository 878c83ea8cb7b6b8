using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>A run on an earlier vendor's rolls, checked against its layout.</summary>
internal sealed record CodeRegistration(IdentityCodeLayout Layout, CodeRun Run, string? Vendor, string? Note)
{
    public static Result<CodeRegistration> Of(RegisterCodeRun asked, IdentityCodeLayout? layout)
    {
        if (layout is null) return IdentityCodeRefusals.LayoutUnknown(asked.Layout);
        if (!Wording.FitsOrIsEmpty(asked.Vendor) || !Wording.FitsOrIsEmpty(asked.Note, Wording.ReasonLength))
            return IdentityCodeRefusals.NoteInvalid;
        return AskedCodes.Of(asked.Start, asked.End).Then<CodeRegistration>(codes =>
        {
            if (codes.AgainstCheckDigits(layout.IsChecked) is { } wrong) return wrong;
            foreach (var code in new[] { codes.Start, codes.End })
                if (!layout.Fits(code)) return IdentityCodeRefusals.LayoutUnfit(code.Value, layout.Name);

            var run = new CodeRun(codes.Start, codes.End, layout.IsChecked);
            return run.Count > AllocationPlan.MostCodes
                ? IdentityCodeRefusals.CountInvalid(AllocationPlan.MostCodes)
                : new CodeRegistration(layout, run, AllocationPlan.Tidy(asked.Vendor), AllocationPlan.Tidy(asked.Note));
        });
    }
}
