namespace Suyuan.Filings;

/// <summary>Which deeds are done to an amendment.</summary>
internal static class FilingDeeds
{
    public static bool IsOfAmendment(this FilingDeed deed) => deed >= FilingDeed.OpenAmendment;
}
