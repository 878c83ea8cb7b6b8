using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Inputs;

/// <summary>Use (领用, 使用记录) of a lot: which record took how much of it.</summary>
internal sealed record InputUseItem
{
    /// <summary>The batch whose record it is; of an issue, the batch that it names.</summary>
    public string? Batch { get; init; }

    /// <summary>The form of the stage record; absent for an issue.</summary>
    public string? Stage { get; init; }

    /// <summary>The id of the stage record, or of the site record where there is no stage.</summary>
    public required string Record { get; init; }
    public required string Item { get; init; }
    public required string ItemName { get; init; }
    public required string Kind { get; init; }
    public required string Unit { get; init; }
    public required string Lot { get; init; }
    public string? LotNumber { get; init; }
    public required decimal Quantity { get; init; }
    public required DateOnly UsedOn { get; init; }
    public required IReadOnlyList<InputUseWarning> Warnings { get; init; }

    /// <summary>The key of whatever holds the record, for paging.</summary>
    public required string Source { get; init; }
}

internal sealed class InputUseQueries(NpgsqlDataSource database)
{
    private const string Sql = """
        select jsonb_strip_nulls(jsonb_build_object(
            'batch', coalesce(b.number, s.batch), 'stage', r.stage, 'record', coalesce(r.id, s.id, ''), 'item', i.id, 'itemName', i.name,
            'kind', i.kind, 'unit', i.unit, 'lot', u.lot, 'lotNumber', l.lot_number, 'quantity', trim_scale(u.quantity),
            'usedOn', u.used_on, 'warnings', to_jsonb(w.warnings), 'source', u.source))
        from input_uses u
        join input_lots l on l.enterprise = u.enterprise and l.id = u.lot
        join inputs i on i.enterprise = l.enterprise and i.id = l.item
        left join batches b on starts_with(u.source, 'batch-') and b.enterprise = u.enterprise and b.number = substr(u.holder, 26)
        left join stage_records r on r.enterprise = b.enterprise and r.batch = b.number and r.id = split_part(u.source, '/', 2)
        left join site_records s on starts_with(u.source, 'site-') and s.enterprise = u.enterprise and s.id = substr(u.source, 25)
        cross join lateral (select array_remove(array[
            case when u.used_on > l.valid_until then 'expired' end,
            case when i.toxicity in ('extreme', 'high') and b.category in ('fruit', 'vegetable', 'tea') then 'bannedOnCategory' end,
            case when b.number is not null and i.most_uses < (
                select count(distinct o.source) from input_uses o join input_lots ol on ol.enterprise = o.enterprise and ol.id = o.lot
                where o.holder = u.holder and ol.item = i.id) then 'tooManyApplications' end], null) as warnings) w
        where u.enterprise = $1 and ($2::text is null or i.id = $2) and ($3::text is null or u.lot = $3)
            and ($4::text is null or i.kind = $4)
            -- A batch's own records, and the issues that name it.
            and ($5::text is null or u.holder = any (array(
                select 'batch-' || $1 || '-' || $5 union all
                select 'site-' || $1 || '-' || named.id from site_records named where named.enterprise = $1 and named.batch = $5)))
            and ($6::text is null or $6 = any (w.warnings))
            and ($7::date is null or u.used_on >= $7) and ($8::date is null or u.used_on <= $8)
            and ($9::date is null or (u.used_on, u.source, u.lot) < ($9, $10::text, $11::text))
        order by u.used_on desc, u.source desc, u.lot desc limit $12
        """;

    /// <summary>The last use first.</summary>
    public async Task<Page<InputUseItem>> List(CreditCode enterprise, InputUseFilter filter, Limit limit, Cursor cursor)
    {
        var uses = await database.Read<InputUseItem>(
            Sql, enterprise.Value, filter.Item, filter.Lot, filter.Kind, filter.Batch, filter.Warning?.Name, filter.From, filter.To,
            cursor.Day(0), cursor[1], cursor[2], limit.Value + 1);
        return Page<InputUseItem>.Of(uses, limit, use => [Cursor.Text(use.UsedOn), use.Source, use.Lot]);
    }
}
