namespace Suyuan.Filings;

/// <summary>Which days a deadline counts.</summary>
public enum CountedDays
{
    /// <summary>Monday to Friday without holidays (工作日).</summary>
    Working,

    /// <summary>Every day (自然日).</summary>
    Calendar,
}
