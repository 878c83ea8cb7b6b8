using Npgsql;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.Lookup;

/// <summary>What anybody may know of a card or a bale whose code is at hand.</summary>
internal sealed class LookupQueries(NpgsqlDataSource database, BaleQueries bales)
{
    /// <summary>A person who takes part alone often gives the unit their own name: that unit's name is not shown.</summary>
    public Task<PublicCard?> Card(CardNumber card) => database.ReadOne<PublicCard>(
        """
        select jsonb_strip_nulls(jsonb_build_object('card', c.card, 'gin', c.gin, 'season', c.season,
            'unitName', case when u.formation <> 'individual' then c.unit_name end, 'variety', t.variety, 'netKg', t.net_kg,
            'quotaKg', coalesce(p.quota_kg, t.quota_kg), 'processedKg', coalesce(p.processed_kg, 0), 'bales', coalesce(p.bales, 0),
            'state', case when c.state = 'voided' then c.state else coalesce(p.state, c.state) end,
            'moduleType', c.module_type, 'filmCount', c.film_count, 'printedAt', c.printed_at))
        from trace_cards c
        left join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
        left join card_progress p on p.card = c.card
        left join trace_units u on u.id = c.unit
        where c.card = $1
        """,
        card.Value);

    public Task<BaleAnswer?> Bale(BaleBarcode barcode) => bales.FindAny(barcode);
}
