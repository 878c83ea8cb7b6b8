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

    /// <summary>Batches need a profile first (EN1).</summary>
    public static Refusal ProfileRequired => Refusal.Conflict("enterprise/profile-required");

    /// <summary>Batches need a production zone first (EN1).</summary>
    public static Refusal ZoneRequired => Refusal.Conflict("enterprise/zone-required");

    /// <summary>A plot belongs to a zone of the enterprise that is in use.</summary>
    public static Refusal UnknownZone(string? zone) => Refusal.Unprocessable("enterprise/unknown-zone", ("zone", zone));

    /// <summary>A product may name an issued product filing of the enterprise, and no other.</summary>
    public static Refusal UnknownProductFiling(string? filing) =>
        Refusal.Unprocessable("enterprise/unknown-product-filing", ("filing", filing));

    /// <summary>What is retired is read only.</summary>
    public static Refusal Retired => Refusal.Conflict("enterprise/retired");

    /// <summary>A running batch uses it.</summary>
    public static Refusal UsedByBatch(string? batch) => Refusal.Conflict("enterprise/used-by-batch", ("batch", batch));

    /// <summary>Plots of the zone are in use; they are retired first.</summary>
    public static Refusal ZoneHasPlots => Refusal.Conflict("enterprise/zone-has-plots");

    /// <summary>The same addition was sent before with other content.</summary>
    public static Refusal ExistsWithDifferentContent => Refusal.Conflict("enterprise/exists-with-different-content");
}
