using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>What only a list of companies can get wrong about their accounts.</summary>
internal static class AccountImportRefusals
{
    public static Refusal MobileInvalid { get; } = Refusal.Unprocessable("account/mobile-invalid");
    public static Refusal TextTooLong { get; } = Refusal.Unprocessable("account/text-too-long", ("maximum", AccountRow.LongestText));

    public static Refusal NotACompany(string text) => Refusal.Unprocessable("account/not-a-company", ("text", text));

    public static Refusal CompanyNotYours(RegionCode company) => Refusal.Unprocessable("account/company-not-yours", ("company", company));

    public static Refusal CompanyUnknown(RegionCode company) => Refusal.Unprocessable("account/company-unknown", ("company", company));

    public static Refusal CompanyTwice(RegionCode company) => Refusal.Unprocessable("account/company-twice", ("company", company));

    public static Refusal MobileTwice(int row) => Refusal.Unprocessable("account/mobile-twice", ("row", row));
}
