using System.Globalization;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>What consumers are warned of, whatever the enterprise publishes (FL5, BT4).</summary>
internal static class PublicNotices
{
    public static IEnumerable<PublicNotice> Of(PublicMaterial material) =>
    [
        .. OfFilings(material, "enterprise", PublicNoticeKind.EnterpriseFilingRevoked, PublicNoticeKind.EnterpriseFilingExpired),
        .. OfFilings(material, "product", PublicNoticeKind.ProductFilingRevoked, PublicNoticeKind.ProductFilingExpired),
        .. material.Harvests.Select(Violated),
    ];

    /// <summary>One that is valid outweighs whatever became of others before it.</summary>
    private static IEnumerable<PublicNotice> OfFilings(
        PublicMaterial material, string kind, PublicNoticeKind revoked, PublicNoticeKind expired)
    {
        var filings = material.Filings.Where(filing => filing.Kind == kind).ToList();
        if (filings.Any(filing => filing.State == "issued" && filing.ValidTo >= material.Today)) yield break;
        if (filings.Any(filing => filing.State == "revoked")) yield return new(revoked, Text(revoked));
        else if (filings.Count > 0) yield return new(expired, Text(expired));
    }

    private static FormText Text(PublicNoticeKind kind) => kind switch
    {
        PublicNoticeKind.EnterpriseFilingRevoked =>
            new() { Zh = "该企业的企业备案已被注销。", En = "The filing of this enterprise was revoked." },
        PublicNoticeKind.EnterpriseFilingExpired =>
            new() { Zh = "该企业的企业备案已过期。", En = "The filing of this enterprise has expired." },
        PublicNoticeKind.ProductFilingRevoked => new() { Zh = "该产品的产品备案已被注销。", En = "The filing of this product was revoked." },
        _ => new() { Zh = "该产品的产品备案已过期。", En = "The filing of this product has expired." },
    };

    private static PublicNotice Violated(RawHarvest harvest)
    {
        var (day, lawful) = (Day(harvest.Date), Day(harvest.LawfulFrom));
        return new(PublicNoticeKind.IntervalViolated, new()
        {
            Zh = $"该批次于 {day} 在农药安全间隔期内采收，最早可采收日期为 {lawful}。",
            En = $"This batch was harvested on {day}, inside a pre-harvest interval that ended on {lawful}.",
        });
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
