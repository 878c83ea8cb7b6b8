using Suyuan.Enterprises;

namespace Suyuan.SiteRecords;

/// <summary>The door to site records.</summary>
public static class SiteRecordGrainFactory
{
    private const string Prefix = "site-";
    private const int CreditCodeLength = 18;

    public static ISiteRecordGrain SiteRecord(this IGrainFactory grains, CreditCode enterprise, string id) =>
        grains.GetGrain<ISiteRecordGrain>($"{Prefix}{enterprise}-{id}");

    public static (CreditCode Enterprise, string Id) PartsOf(string key)
    {
        var rest = key[Prefix.Length..];
        return (CreditCode.Parse(rest[..CreditCodeLength], null), rest[(CreditCodeLength + 1)..]);
    }
}
