using Npgsql;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>A node of the tree: SITE, or a batch.</summary>
/// <param name="Batch">Null at SITE.</param>
/// <param name="CodesBound">Identity codes are bound to the batch; without them none of its items can be opened.</param>
internal sealed record PublicationNode(
    BatchNumber? Batch, string? ProductName, bool? CodesBound, IReadOnlyList<PublicationNodeItem> Items);

/// <summary>An item below a node.</summary>
internal sealed record PublicationNodeItem(string Item, int Records, Deed? Published, Deed? Closed)
{
    public FormText? Label { get; init; }

    /// <summary>The branch under SITE.</summary>
    public SiteItemGroup? Group { get; init; }
}

internal sealed class PublicationQueries(NpgsqlDataSource database, FormCatalogue forms)
{
    // The items of SITE come with the question, since its forms are data; those of a batch stand in its record.
    private const string Items = """
        select coalesce(jsonb_agg(jsonb_build_object('item', i.item, 'records', i.records,
            'published', case when p.item is not null then jsonb_build_object('by', p.published_by, 'at', p.published_at) end,
            'closed', case when c.item is not null then jsonb_build_object('by', c.closed_by, 'at', c.closed_at, 'reason', c.reason) end)
            order by i.place), '[]')
        from ({from}) i
        left join published_items p on p.enterprise = $1 and p.batch = {batch} and p.item = i.item
        left join closed_items c on c.enterprise = $1 and c.batch = {batch} and c.item = i.item
        where (p.item is not null) = $2
        """;

    private const string SiteSql = """
        select jsonb_build_object('items', ({items}))
        """;

    private const string SiteItems = """
        select s.item, coalesce(r.records, 0) as records, s.place
        from unnest($3::text[]) with ordinality s (item, place) left join site_items($1) r on r.item = s.item
        """;

    private const string BatchesSql = """
        select jsonb_build_object('batch', b.number, 'productName', b.product,
            'codesBound', codes_bound('batch-' || b.enterprise || '-' || b.number), 'items', ({items}))
        from batches b
        where b.enterprise = $1 and b.state <> 'void' and ($3::text is null or strpos(b.number, $3) > 0 or strpos(b.product, $3) > 0)
            and ($4::text is null or b.number < $4)
            and (not $2 or exists (select from published_items o where o.enterprise = $1 and o.batch = b.number))
        order by b.number desc limit $5
        """;

    private static readonly string OfSite = SiteSql.Replace("{items}", Items, StringComparison.Ordinal)
        .Replace("{from}", SiteItems, StringComparison.Ordinal)
        .Replace("{batch}", "''", StringComparison.Ordinal);

    private static readonly string OfBatches = BatchesSql.Replace("{items}", Items, StringComparison.Ordinal)
        .Replace("{from}", "select * from batch_items(b.enterprise, b.number)", StringComparison.Ordinal)
        .Replace("{batch}", "b.number", StringComparison.Ordinal);

    /// <summary>What is not approved (未审批).</summary>
    public Task<Page<PublicationNode>> Pending(CreditCode enterprise, string? q, Limit limit, Cursor cursor) =>
        List(enterprise, false, q, limit, cursor);

    /// <summary>What is approved (已批准查询).</summary>
    public Task<Page<PublicationNode>> Published(CreditCode enterprise, string? q, Limit limit, Cursor cursor) =>
        List(enterprise, true, q, limit, cursor);

    /// <summary>SITE leads the first page, on top of its limit; a search is for batches.</summary>
    private async Task<Page<PublicationNode>> List(CreditCode enterprise, bool published, string? q, Limit limit, Cursor cursor)
    {
        var batches = await database.Read<PublicationNode>(OfBatches, enterprise.Value, published, q, cursor[0], limit.Value + 1);
        var page = Page<PublicationNode>.Of(batches.ConvertAll(Named), limit, node => [node.Batch!.Value.Value]);
        if (!cursor.IsStart || q is not null) return page;
        var items = SiteItem.AllOf(forms).Select(site => site.Item).ToArray();
        var site = await database.Read<PublicationNode>(OfSite, enterprise.Value, published, items);
        return page with { Items = [.. site.Select(Named).Where(node => node.Items.Count > 0), .. page.Items] };
    }

    private PublicationNode Named(PublicationNode node) => node with { Items = [.. node.Items.Select(Named)] };

    private PublicationNodeItem Named(PublicationNodeItem item)
    {
        var named = PublishableName.Of(item.Item, forms);
        return item with { Label = named.Label, Group = named.Group, Published = item.Published?.Shown(), Closed = item.Closed?.Shown() };
    }
}
