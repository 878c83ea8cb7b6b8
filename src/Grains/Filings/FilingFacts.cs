using Suyuan.Enterprises;
using Suyuan.Seasons;

namespace Suyuan.Filings;

/// <summary>What every decision on a filing needs to know beyond its record.</summary>
internal sealed record FilingFacts
{
    public required EnterpriseView Enterprise { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>The caller's account holds a role of this enterprise too, whatever it acts as now.</summary>
    public bool OwnEnterprise { get; init; }

    /// <summary>What the caller's account is called.</summary>
    public string CallerName { get; init; } = "";

    /// <summary>A serial that no certificate has; drawn for an issuance that will go through.</summary>
    public long Serial { get; init; }

    public DateOnly Today => ChinaTime.DateOf(Now);
}
