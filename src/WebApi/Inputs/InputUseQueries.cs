using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Inputs;

/// <summary>Use (领用, 使用记录) of a lot: which record took how much of it.</summary>
internal sealed record InputUseItem
{
    /// <summary>The batch whose record it is; of an issue, the batch that it names.</summary>
    public string? Batch { get; init; }

    /// <summary>The id of the stage record, or of the site record where `siteRecord` says so.</summary>
    public required string Record { get; init; }
    public required bool SiteRecord { get; init; }
    public required string Item { get; init; }
    public required string ItemName { get; init; }
    public required string Kind { get; init; }
    public required string Unit { get; init; }
    public required string Lot { get; init; }
    public string? LotNumber { get; init; }
    public required decimal Quantity { get; init; }
    public required DateOnly UsedOn { get; init; }

    /// <summary>Used after the lot's validity: the record stands, since it tells what was done, and this tells on it.</summary>
    public required bool Expired { get; init; }

    /// <summary>The key of whatever holds the record, for paging.</summary>
    public required string Source { get; init; }
}

internal sealed class InputUseQueries(NpgsqlDataSource database)
{
    private const string Sql = """
        select jsonb_strip_nulls(jsonb_build_object(
            'batch', u.batch, 'record', u.record, 'siteRecord', u.of_site, 'item', i.id, 'itemName', i.name, 'kind', i.kind, 'unit', i.unit,
            'lot', u.lot, 'lotNumber', l.lot_number, 'quantity', trim_scale(u.quantity), 'usedOn', u.used_on,
            'expired', coalesce(u.used_on > l.valid_until, false), 'source', u.source))
        from (
            select *, starts_with(source, 'site-') as of_site,
                case
                    when starts_with(source, 'batch-') then substr(holder, 26)
                    else (select r.batch from site_records r where r.enterprise = $1 and r.id = substr(source, 25))
                end as batch,
                case when starts_with(source, 'batch-') then split_part(source, '/', 2) else substr(source, 25) end as record
            from input_uses
            -- A batch's own records, and the issues that name it.
            where enterprise = $1 and ($5::text is null or holder = any (array(
                select 'batch-' || $1 || '-' || $5 union all
                select 'site-' || $1 || '-' || r.id from site_records r where r.enterprise = $1 and r.batch = $5)))) u
        join input_lots l on l.enterprise = u.enterprise and l.id = u.lot
        join inputs i on i.enterprise = l.enterprise and i.id = l.item
        where ($2::text is null or i.id = $2) and ($3::text is null or u.lot = $3) and ($4::text is null or i.kind = $4)
            and ($6::boolean is null or coalesce(u.used_on > l.valid_until, false) = $6)
            and ($7::date is null or u.used_on >= $7) and ($8::date is null or u.used_on <= $8)
            and ($9::date is null or (u.used_on, u.source, u.lot) < ($9, $10::text, $11::text))
        order by u.used_on desc, u.source desc, u.lot desc limit $12
        """;

    /// <summary>The last use first.</summary>
    public async Task<Page<InputUseItem>> List(CreditCode enterprise, InputUseFilter filter, Limit limit, Cursor cursor)
    {
        var uses = await database.Read<InputUseItem>(
            Sql, enterprise.Value, filter.Item, filter.Lot, filter.Kind, filter.Batch, filter.Expired, filter.From, filter.To,
            cursor.Day(0), cursor[1], cursor[2], limit.Value + 1);
        return Page<InputUseItem>.Of(uses, limit, use => [Cursor.Text(use.UsedOn), use.Source, use.Lot]);
    }
}
