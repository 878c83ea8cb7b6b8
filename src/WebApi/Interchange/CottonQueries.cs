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
    private const string Bale = """
        jsonb_build_object('barcode', a.barcode, 'gin', a.gin, 'line', a.line, 'grossKg', a.gross_kg, 'tareKg', a.tare_kg,
            'netKg', a.net_kg, 'regainPct', a.regain_pct, 'impurityPct', a.impurity_pct, 'processedKg', a.processed_kg,
            'pressedAt', a.pressed_at, 'inspection', describe_inspection(i), 'reportedAt', m.imported_at)
        """;

    private const string Inspected = """
        left join inspections i on i.barcode = a.barcode
        left join inspection_imports m on m.id = i.import
        """;

    // A ticket's next card takes the place of a voided one; what there was of that stands in its history alone.
    private const string Facts = $"""
        select jsonb_strip_nulls(jsonb_build_object('card', b.card, 'gin', b.gin, 'season', b.season, 'unit', b.unit,
            'unitName', b.unit_name, 'grower', b.grower, 'growerMaskedName', b.grower_masked_name,
            'state', case when b.state = 'voided' then b.state else coalesce(p.state, b.state) end,
            'moduleType', b.module_type, 'filmCount', b.film_count, 'printedAt', b.printed_at,
            'reprints', (
                select h.state -> 'reprints' from grain_history h
                where h.kind = 'trace-card' and h.key = 'card-' || b.gin || '-' || b.ticket and h.state ->> 'number' = b.card
                order by h.version desc limit 1),
            'voidedAt', case when b.state = 'voided' then (
                select h.changed_at from grain_history h
                where h.kind = 'trace-card' and h.key = 'card-' || b.gin || '-' || b.ticket and h.state ->> 'number' = b.card
                    and h.state ->> 'state' = 'voided'
                order by h.version limit 1) end,
            'ticket', jsonb_build_object('number', t.ticket, 'grossKg', t.gross_kg, 'netKg', t.net_kg, 'quotaKg', t.quota_kg,
                'conditionedLintPct', t.conditioned_lint_pct, 'variety', t.variety, 'grossAt', t.gross_at, 'revision', t.revision),
            'ginning', case when p.card is not null then jsonb_build_object(
                'quotaKg', p.quota_kg, 'processedKg', p.processed_kg, 'overshootKg', p.overshoot_kg) end,
            'plots', (
                select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'name', l.name, 'areaMu', l.area_mu) order by l.code), '[]')
                from plots l where l.season = t.season and l.code = any (t.plots)),
            'bales', (
                select coalesce(jsonb_agg({Bale} order by a.pressed_at, a.barcode), '[]')
                from bales a {Inspected} where a.card = b.card)))
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

    /// <summary>Of whoever was shown the bale already.</summary>
    public Task<BaleFacts?> OfBale(BaleBarcode barcode) => database.ReadOne<BaleFacts>(
        $"select jsonb_strip_nulls({Bale}) from bales a {Inspected} where a.barcode = $1", barcode.Value);
}
