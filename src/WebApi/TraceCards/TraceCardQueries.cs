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
        var items = await database.Read<TraceCardItem>(
            $"""
            select jsonb_build_object('card', c.card, 'ticket', c.ticket, 'season', c.season, 'unit', c.unit, 'unitName', c.unit_name,
                'grower', c.grower, 'growerMaskedName', c.grower_masked_name, 'state', coalesce(p.state, c.state),
                'moduleType', c.module_type, 'filmCount', c.film_count, 'copies', c.copies, 'netKg', t.net_kg, 'quotaKg', t.quota_kg,
                'processedKg', coalesce(p.processed_kg, 0), 'bales', coalesce(p.bales, 0), 'line', coalesce(p.line, c.exported_to),
                'printedAt', c.printed_at, 'revision', c.revision, 'gin', c.gin)
            from trace_cards c
            -- Every card has its ticket; only so does the planner know it too, and ends with the page instead of sorting all.
            left join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
            left join card_progress p on p.card = c.card
            where ($1::text is null or c.gin = $1) and ($2::int is null or c.season = $2) and ($3::text is null or c.grower = $3)
                and ($4::text is null or c.ticket = $4) and ($5::text is null or c.unit = $5)
                and ($6::text is null or coalesce(p.state, c.state) = $6) {Found(filter.State?.Value)}
                and ($7::timestamptz is null or c.printed_at >= $7) and ($8::timestamptz is null or c.printed_at < $8)
                and ($9::timestamptz is null or c.printed_at <= $9 and (c.printed_at, c.card) < ($9, $10::text))
                and ($12::text is null or c.grower = $12) and ($13::text is null or c.unit = $13)
                and ($14::text is null or exists (
                    select from trace_units u
                    where u.id = c.unit and (u.region = $14 or u.region like $14 || '-%') and (not $15 or u.formation = 'company')))
            order by c.printed_at desc, c.card desc
            limit $11
            """,
            whose.Gin?.Value, filter.Season?.Value, filter.Grower, filter.Ticket?.Value, filter.Unit, filter.State?.Name,
            filter.From?.ToUniversalTime(), filter.To?.ToUniversalTime(), cursor.Time(0), cursor[1], limit.Value + 1,
            whose.Grower, whose.Unit, whose.Region?.Value, whose.OfCompany);
        return Page<TraceCardItem>.Of(items, limit, item => [Cursor.Text(item.PrintedAt), item.Card.Value]);
    }

    /// <summary>Where the few cards of a state are found, which among a season's finished ones would be looked for one by one.</summary>
    private static string Found(CardState? state) => state switch
    {
        null or CardState.FinishedAuto => "",
        CardState.Printed or CardState.Exported =>
            "and c.card in (select w.card from waiting_cards w where $1::text is null or w.gin = $1)",
        CardState.Voided => "and c.state = 'voided'",
        _ => "and p.gin = c.gin and p.state = $6 and p.state <> 'finishedAuto'",
    };

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
