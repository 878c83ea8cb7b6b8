using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Filings;

/// <summary>Why a filing refuses.</summary>
public static class FilingRefusals
{
    /// <summary>An enterprise has one living filing of itself, and one of each product (FL4).</summary>
    public static Refusal Exists(string filing, string name) => Refusal.Conflict("filing/exists", ("filing", filing), ("name", name));

    /// <summary>The same creation was sent before with other content.</summary>
    public static Refusal ExistsWithDifferentContent(string filing) =>
        Refusal.Conflict("filing/exists-with-different-content", ("filing", filing));

    /// <summary>What waits for the regulator is not edited; it is withdrawn first.</summary>
    public static Refusal Submitted => Refusal.Conflict("filing/submitted");

    /// <summary>An issued filing changes by an amendment alone.</summary>
    public static Refusal Issued => Refusal.Conflict("filing/issued");

    /// <summary>An expired filing is renewed by an amendment.</summary>
    public static Refusal Expired => Refusal.Conflict("filing/expired");

    /// <summary>A revoked filing can only be read.</summary>
    public static Refusal Revoked => Refusal.Conflict("filing/revoked");

    /// <summary>Only what was submitted is decided on or withdrawn.</summary>
    public static Refusal NotSubmitted => Refusal.Conflict("filing/not-submitted");

    /// <summary>Only what was issued is amended, revoked or printed.</summary>
    public static Refusal NotIssued => Refusal.Conflict("filing/not-issued");

    /// <summary>A filing has one amendment at a time.</summary>
    public static Refusal AmendmentExists => Refusal.Conflict("filing/amendment-exists");

    public static Refusal NoAmendment => Refusal.Conflict("filing/no-amendment");

    /// <summary>The credit code that is filed is the one that the account works for (FL4).</summary>
    public static Refusal OtherEnterprise(CreditCode enterprise) =>
        Refusal.Unprocessable("filing/other-enterprise", ("creditCode", enterprise));

    /// <summary>Nobody decides on an enterprise of their own (FL3).</summary>
    public static Refusal OwnEnterprise(CreditCode enterprise) => Refusal.Forbidden("filing/own-enterprise", ("creditCode", enterprise));

    /// <summary>Sending back needs an opinion; no opinion has more than 500 characters.</summary>
    public static Refusal OpinionRequired => Refusal.Unprocessable("filing/opinion-required");

    /// <summary>A revocation needs a reason of 1 to 500 characters.</summary>
    public static Refusal ReasonRequired => Refusal.Unprocessable("filing/reason-required");

    /// <summary>A certificate begins within a year, ends on or after that day and not in the past, and lasts ten years at most.</summary>
    public static Refusal ValidityInvalid(DateOnly from, DateOnly to) =>
        Refusal.Unprocessable("filing/validity-invalid", ("validFrom", from.ToString("O")), ("validTo", to.ToString("O")));
}
