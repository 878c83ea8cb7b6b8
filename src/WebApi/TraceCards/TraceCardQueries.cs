using Npgsql;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.TraceCards;

internal sealed class TraceCardQueries(NpgsqlDataSource database)
{
    private const int MostExported = 5_000;

    /// <summary>Which record a card number belongs to; null when this gin never printed it.</summary>
    public Task<TraceCardId?> Locate(GinCode gin, CardNumber card) =>
        database.ReadOne<TraceCardId>(
            "select jsonb_build_object('gin', gin, 'ticket', ticket) from trace_cards where card = $1 and gin = $2", card.Value, gin.Value);

    public async Task<Page<TraceCardItem>> List(Whose whose, TraceCardFilter filter, Limit limit, Cursor cursor)
    {
        await using var command = database.CreateCommand();
        var conditions = TraceCardSearch.Conditions(whose, filter, cursor, command.Parameters);
        command.Parameters.AddWithValue("limit", limit.Value + 1);
        command.CommandText = $"""
            select jsonb_build_object('card', c.card, 'ticket', c.ticket, 'season', c.season, 'unit', c.unit, 'unitName', c.unit_name,
                'grower', c.grower, 'growerMaskedName', c.grower_masked_name, 'state', {TraceCardSearch.State},
                'moduleType', c.module_type, 'filmCount', c.film_count, 'copies', c.copies, 'netKg', t.net_kg, 'quotaKg', t.quota_kg,
                'processedKg', coalesce(p.processed_kg, 0), 'bales', coalesce(p.bales, 0), 'line', coalesce(p.line, c.exported_to),
                'printedAt', c.printed_at, 'revision', c.revision, 'gin', c.gin)
            from trace_cards c
            left join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
            left join card_progress p on p.card = c.card
            where {string.Join(" and ", conditions)}
            order by c.printed_at desc, c.card desc
            limit @limit
            """;
        var items = await command.ReadAll(row => row.Json<TraceCardItem>(0));
        return Page<TraceCardItem>.Of(items, limit, item => [Cursor.Text(item.PrintedAt), item.Card.Value]);
    }

    /// <summary>Cards that no line took yet, whose quota is known, and that no other line's file holds.</summary>
    public Task<List<TraceCardId>> Exportable(GinCode gin, CardFileRequest request) =>
        database.Read<TraceCardId>(
            """
            select jsonb_build_object('gin', c.gin, 'ticket', c.ticket)
            from trace_cards c
            join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket and t.quota_kg is not null
            join trace_units u on u.id = c.unit and u.state = 'approved'
            where c.gin = $1 and (c.state = 'printed' or c.state = 'exported' and c.exported_to = $2)
                and c.card in (select w.card from waiting_cards w where w.gin = $1)
                and ($3::text[] is null or c.card = any ($3))
            order by c.printed_at, c.card
            limit $4
            """,
            gin.Value, request.Line, request.Cards?.Select(card => card.Value).ToArray(), MostExported);
}
