using Suyuan.Enterprises;

namespace Suyuan.Filings.Tests;

public sealed class FilingStandingTests
{
    [Theory]
    [InlineData(false, 0, false)]
    [InlineData(true, 0, false)]
    [InlineData(false, 3, false)]
    [InlineData(true, 1, true)]
    public void Tracing_opens_with_the_enterprise_s_filing_and_one_of_a_product_FL5(bool enterprise, int products, bool open)
    {
        var refusal = new FilingStanding { EnterpriseIssued = enterprise, ProductsIssued = products }.AgainstTracing(Given.Code);

        Assert.Equal(open ? null : EnterpriseRefusals.FilingRequired(Given.Code, enterprise, products).ToString(), refusal?.ToString());
    }
}
