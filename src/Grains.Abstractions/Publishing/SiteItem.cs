using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>What an enterprise may publish of itself: an item under the SITE node (公共信息).</summary>
public sealed record SiteItem(string Item, SiteItemGroup Group, FormText Label)
{
    /// <summary>In the order of the manual's tree; forms of internal management and inspection are items by their keys.</summary>
    public static IEnumerable<SiteItem> AllOf(FormCatalogue forms) =>
    [
        OfForm("filing-enterprise", SiteItemGroup.Filings, forms.Get("enterprise-filing")),
        OfForm("filing-product", SiteItemGroup.Filings, forms.Get("product-filing")),
        OfForm("filing-supply-capacity", SiteItemGroup.Filings, forms.Get("supply-capacity-filing")),
        OfForm("filing-production-capacity", SiteItemGroup.Filings, forms.Get("production-capacity-filing")),
        OfForm("profile", SiteItemGroup.Enterprise, forms.Get("enterprise-profile")),
        new("zones", SiteItemGroup.Enterprise, new() { Zh = "生产区信息", En = "Production zones" }),
        new("products", SiteItemGroup.Enterprise, new() { Zh = "产品信息", En = "Products" }),
        new("inputs", SiteItemGroup.Inputs, new() { Zh = "物资管理", En = "Inputs" }),
        .. OfGroup(forms, FormGroup.Management, SiteItemGroup.Management),
        .. OfGroup(forms, FormGroup.Inspection, SiteItemGroup.Inspection),
        new("sensors", SiteItemGroup.Inspection, new() { Zh = "物联网监测", En = "Sensors" }),
    ];

    private static IEnumerable<SiteItem> OfGroup(FormCatalogue forms, FormGroup asked, SiteItemGroup group) =>
        forms.All.Where(form => form.Group == asked).Select(form => OfForm(form.Key, group, form));

    private static SiteItem OfForm(string item, SiteItemGroup group, Form form) => new(item, group, form.Label);
}
