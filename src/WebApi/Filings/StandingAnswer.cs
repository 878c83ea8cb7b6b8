using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Filings;

/// <summary>Whether tracing work is open to an enterprise (FL5), and if not, why.</summary>
internal sealed record StandingAnswer
{
    /// <summary>Enterprise information, batches, codes and publishing are open.</summary>
    public required bool Allowed { get; init; }
    public required IReadOnlyList<ReasonWhyNot> Refusals { get; init; }

    /// <summary>The enterprise's own filing is issued and valid.</summary>
    public required bool EnterpriseIssued { get; init; }

    /// <summary>How many of its product filings are issued and valid.</summary>
    public required int ProductsIssued { get; init; }

    /// <summary>The enterprise's own filings and those of its products, the newest 200, each with its state.</summary>
    public required IReadOnlyList<FilingItem> Filings { get; init; }

    public static StandingAnswer Of(CreditCode enterprise, FilingStanding standing, IReadOnlyList<FilingItem> filings, Reasons reasons)
    {
        var verdict = reasons.For(Verdict.Of(standing.AgainstTracing(enterprise)));
        return new()
        {
            Allowed = verdict.Allowed,
            Refusals = verdict.Refusals,
            EnterpriseIssued = standing.EnterpriseIssued,
            ProductsIssued = standing.ProductsIssued,
            Filings = filings,
        };
    }
}
