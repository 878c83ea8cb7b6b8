using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>Why something is refused to an enterprise.</summary>
public static class EnterpriseRefusals
{
    /// <summary>Somebody registered this credit code before; whoever administers it adds further accounts.</summary>
    public static Refusal RegisteredAlready(CreditCode enterprise) =>
        Refusal.Conflict("enterprise/registered-already", ("creditCode", enterprise));

    /// <summary>A name has 1 to 60 characters.</summary>
    public static Refusal NameInvalid => Refusal.Unprocessable("enterprise/name-invalid");

    /// <summary>Tracing work opens once the enterprise's own filing and one of its product filings are issued and valid (FL5).</summary>
    public static Refusal FilingRequired(CreditCode enterprise, bool enterpriseIssued, int productsIssued) => Refusal.Conflict(
        "enterprise/filing-required",
        ("creditCode", enterprise), ("enterpriseIssued", enterpriseIssued ? "true" : "false"), ("productsIssued", productsIssued));
}
