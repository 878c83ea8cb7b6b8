using Npgsql;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.TraceCards;

namespace Suyuan.Interchange;

/// <summary>Reads the chain of a card for whoever may know of the card's bales (AC5).</summary>
internal sealed class CottonQueries(NpgsqlDataSource database)
{
    private const string Facts = """
        select jsonb_strip_nulls(jsonb_build_object('card', b.card, 'gin', b.gin, 'season', b.season, 'unit', b.unit,
            'unitName', b.unit_name, 'grower', b.grower, 'growerMaskedName', b.grower_masked_name,
            'state', case when b.state = 'voided' then b.state else coalesce(p.state, b.state) end,
            'moduleType', b.module_type, 'filmCount', b.film_count, 'printedAt', b.printed_at,
            'ticket', jsonb_build_object('number', t.ticket, 'grossKg', t.gross_kg, 'netKg', t.net_kg, 'quotaKg', t.quota_kg,
                'conditionedLintPct', t.conditioned_lint_pct, 'variety', t.variety, 'grossAt', t.gross_at, 'revision', t.revision),
            'ginning', case when p.card is not null then jsonb_build_object(
                'quotaKg', p.quota_kg, 'processedKg', p.processed_kg, 'overshootKg', p.overshoot_kg) end,
            'plots', (
                select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'name', l.name, 'areaMu', l.area_mu) order by l.code), '[]')
                from plots l where l.season = t.season and l.code = any (t.plots)),
            'bales', (
                select coalesce(jsonb_agg(jsonb_build_object('barcode', a.barcode, 'line', a.line, 'grossKg', a.gross_kg,
                    'tareKg', a.tare_kg, 'netKg', a.net_kg, 'regainPct', a.regain_pct, 'impurityPct', a.impurity_pct,
                    'processedKg', a.processed_kg, 'pressedAt', a.pressed_at, 'inspection', describe_inspection(i))
                    order by a.pressed_at, a.barcode), '[]')
                from bales a left join inspections i on i.barcode = a.barcode where a.card = b.card)))
        from trace_cards b
        join weigh_tickets t on t.gin = b.gin and t.ticket = b.ticket
        left join card_progress p on p.card = b.card
        left join trace_units u on u.id = b.unit
        where
        """;

    public async Task<CottonFacts?> OfCard(CardNumber card, Caller caller)
    {
        await using var command = database.CreateCommand();
        command.Parameters.AddWithValue("card", card.Value);
        command.CommandText = $"{Facts} {string.Join(" and ", ["b.card = @card", .. BaleScope.Of(caller, command.Parameters)])}";
        return (await command.ReadAll(row => row.Json<CottonFacts>(0))).SingleOrDefault();
    }
}
