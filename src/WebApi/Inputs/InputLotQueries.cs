using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Inputs;

/// <summary>Lot in a list: a purchase, and what is left of it.</summary>
internal sealed record InputLotItem
{
    public required string Id { get; init; }
    public required string Item { get; init; }
    public required string ItemName { get; init; }
    public required string Kind { get; init; }
    public required string Unit { get; init; }
    public required InputLotState State { get; init; }
    public string? LotNumber { get; init; }
    public string? Supplier { get; init; }
    public required DateOnly PurchasedOn { get; init; }
    public DateOnly? ProducedOn { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public required decimal Quantity { get; init; }
    public required decimal Used { get; init; }
    public required decimal Left { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Revision { get; init; }
}

internal sealed class InputLotQueries(NpgsqlDataSource database)
{
    private const int LongestOutlook = 36_500;

    private const string Sql = """
        select jsonb_strip_nulls(jsonb_build_object(
            'id', l.id, 'item', l.item, 'itemName', i.name, 'kind', i.kind, 'unit', i.unit, 'state', l.state, 'lotNumber', l.lot_number,
            'supplier', s.state -> 'answers' -> 'supplier', 'purchasedOn', l.purchased_on,
            'producedOn', s.state -> 'answers' -> 'producedOn', 'validUntil', l.valid_until, 'quantity', trim_scale(l.quantity),
            'used', trim_scale(l.used), 'left', trim_scale(case when l.retired then 0 else l.quantity - l.used end),
            'changedAt', l.changed_at, 'revision', l.revision))
        from (
            select *, case
                when retired then 'retired'
                when used = quantity then 'usedUp'
                when valid_until < $2 then 'expired'
                else 'usable' end as state
            from input_lots where enterprise = $1) l
        join inputs i on i.enterprise = l.enterprise and i.id = l.item
        join grain_state s on s.kind = 'input-lot' and s.key = 'lot-' || l.enterprise || '-' || l.id
        where ($3::text is null or l.item = $3) and ($4::text is null or i.kind = $4) and ($5::text is null or l.state = $5)
            and ($6::date is null or (l.state = 'usable' and l.valid_until <= $6))
            and ($7::text is null or strpos(lower(l.words || ' ' || i.name), lower($7)) > 0)
            and ($8::date is null or (l.purchased_on, l.id) < ($8, $9::text))
        order by l.purchased_on desc, l.id desc limit $10
        """;

    /// <summary>The last purchase first; what is expired is told as of today.</summary>
    public async Task<Page<InputLotItem>> List(
        CreditCode enterprise, InputLotFilter filter, (Limit Limit, Cursor Cursor) page, DateOnly today)
    {
        DateOnly? until = filter.ExpiringWithin is { } days ? today.AddDays(Math.Clamp(days, -1, LongestOutlook)) : null;
        var lots = await database.Read<InputLotItem>(
            Sql, enterprise.Value, today, filter.Item, filter.Kind, filter.State?.Name, until, filter.Q,
            page.Cursor.Day(0), page.Cursor[1], page.Limit.Value + 1);
        return Page<InputLotItem>.Of(lots, page.Limit, lot => [Cursor.Text(lot.PurchasedOn), lot.Id]);
    }
}
