using System.Globalization;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Filings;

/// <summary>The words of a certificate in one language.</summary>
internal sealed class CertificateWords(bool english)
{
    private static readonly CertificateWords Chinese = new(false), English = new(true);

    public string Language => english ? "en" : "zh-CN";
    public string Number => Say("证书编号", "No.");
    public string Enterprise => Say("企业名称", "Enterprise");
    public string CreditCode => Say("统一社会信用代码", "Credit code");
    public string Product => Say("产品名称", "Product");
    public string Variety => Say("品种", "Variety");
    public string Specification => Say("规格", "Specification");
    public string Address => Say("地址", "Address");
    public string Validity => Say("有效期", "Valid");
    public string IssuedBy => Say("颁发单位：", "Issued by");

    public static CertificateWords In(Language language) => language is Common.Language.English ? English : Chinese;

    public string Title(FilingKind kind) => kind switch
    {
        FilingKind.Enterprise => Say("企业备案证书", "Certificate of enterprise filing"),
        FilingKind.Product => Say("产品备案证书", "Certificate of product filing"),
        FilingKind.SupplyCapacity => Say("供货能力备案证书", "Certificate of supply capacity filing"),
        _ => Say("生产能力备案证书", "Certificate of production capacity filing"),
    };

    public string IssuedOn(DateTimeOffset moment)
    {
        var day = ChinaTime.DateOf(moment);
        return Say($"{day.Year}年{day.Month}月{day.Day}日", day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    private string Say(string zh, string en) => english ? en : zh;
}
