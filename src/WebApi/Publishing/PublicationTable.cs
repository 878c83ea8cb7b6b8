using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>The trees of publishing as tables: a row for each node, its items in one cell.</summary>
internal static class PublicationTable
{
    private const string Site = "SITE";

    public static ExportTable<PublicationNode> Of(FormCatalogue forms) => new("publication", "查询管理")
    {
        { "node", "条目", node => node.Batch?.Value ?? Site },
        { "productName", "产品名称", node => node.ProductName },
        { "codesBound", "已关联身份码", node => node.CodesBound },
        { "items", "事项", node => node.Items.Select(item => item.Label ?? forms.NameOf(item.Item)) },
        { "publishedBy", "开通人", node => node.Items.Select(item => item.Published?.By).OfType<string>().Distinct() },
        { "publishedAt", "最近开通时间", node => node.Items.Max(item => item.Published?.At) },
        { "closed", "监管部门禁止的事项", node => node.Items.Where(item => item.Closed is not null).Select(item => item.Label) },
    };
}
