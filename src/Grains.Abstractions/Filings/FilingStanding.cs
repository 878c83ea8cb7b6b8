using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Filings;

/// <summary>What an enterprise's filings open to it today, as the function filing_standing tells it (FL5).</summary>
[GenerateSerializer, Immutable, Alias("filing-standing")]
public sealed record FilingStanding
{
    /// <summary>Its own filing is issued and valid.</summary>
    [Id(0)] public bool EnterpriseIssued { get; init; }

    /// <summary>How many of its product filings are issued and valid.</summary>
    [Id(1)] public int ProductsIssued { get; init; }

    /// <summary>The product filing that was asked for, where it is issued and valid.</summary>
    [Id(2)] public FiledProduct? Product { get; init; }

    /// <summary>Why tracing work is not open to the enterprise, or null when it is.</summary>
    public Refusal? AgainstTracing(CreditCode enterprise) => EnterpriseIssued && ProductsIssued > 0
        ? null
        : EnterpriseRefusals.FilingRequired(enterprise, EnterpriseIssued, ProductsIssued);
}
