namespace Suyuan.Filings;

/// <summary>The form that each kind of filing is written on.</summary>
internal static class FilingForms
{
    public static string Of(FilingKind kind) => kind switch
    {
        FilingKind.Enterprise => "enterprise-filing",
        FilingKind.Product => "product-filing",
        FilingKind.SupplyCapacity => "supply-capacity-filing",
        FilingKind.ProductionCapacity => "production-capacity-filing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
