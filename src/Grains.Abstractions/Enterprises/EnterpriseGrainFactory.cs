namespace Suyuan.Enterprises;

/// <summary>The door to enterprises.</summary>
public static class EnterpriseGrainFactory
{
    private const string Prefix = "enterprise-";

    public static IEnterpriseGrain Enterprise(this IGrainFactory grains, CreditCode creditCode) =>
        grains.GetGrain<IEnterpriseGrain>(Prefix + creditCode);

    public static CreditCode CreditCodeOf(string key) => CreditCode.Parse(key[Prefix.Length..], null);
}
