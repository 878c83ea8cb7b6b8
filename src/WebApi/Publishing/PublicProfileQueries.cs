using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Publishing;

/// <summary>Public profile in a list.</summary>
internal sealed record PublicProfileItem
{
    public required string ProductFiling { get; init; }
    public required string ProductName { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Revision { get; init; }
}

internal sealed class PublicProfileQueries(NpgsqlDataSource database)
{
    private const string Sql = """
        select jsonb_build_object('productFiling', p.product_filing, 'productName', p.product, 'changedAt', p.changed_at,
            'revision', p.revision)
        from public_profiles p
        where p.enterprise = $1 and ($2::text is null or strpos(p.product, $2) > 0)
            and ($3::text is null or (p.product, p.product_filing) > ($3, $4::text))
        order by p.product, p.product_filing limit $5
        """;

    public async Task<Page<PublicProfileItem>> List(CreditCode enterprise, string? q, Limit limit, Cursor cursor)
    {
        var items = await database.Read<PublicProfileItem>(Sql, enterprise.Value, q, cursor[0], cursor[1], limit.Value + 1);
        return Page<PublicProfileItem>.Of(items, limit, item => [item.ProductName, item.ProductFiling]);
    }
}

/// <summary>Public profiles as a table.</summary>
internal static class PublicProfileTable
{
    public static ExportTable<PublicProfileItem> Columns { get; } = new("public-profiles", "企业查询信息")
    {
        { "productFiling", "产品备案", profile => profile.ProductFiling },
        { "productName", "产品名称", profile => profile.ProductName },
        { "changedAt", "更新时间", profile => profile.ChangedAt },
    };
}
