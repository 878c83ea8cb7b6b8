using Npgsql;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Seasons;

namespace Suyuan.WeighTickets;

internal sealed class WeighTicketQueries(NpgsqlDataSource database, IPersonalData personalData)
{
    public async Task<Page<WeighTicketItem>> List(Whose whose, WeighTicketFilter filter, Limit limit, Cursor cursor)
    {
        var items = await database.Read<WeighTicketItem>(
            $"""
            select jsonb_build_object('ticket', t.ticket, 'season', t.season, 'grower', t.grower, 'growerMaskedName', t.grower_masked_name,
                'plots', to_jsonb(t.plots), 'variety', t.variety, 'grossKg', t.gross_kg, 'netKg', t.net_kg, 'quotaKg', t.quota_kg,
                'filmCount', t.film_count, 'late', t.late, 'waived', t.waived, 'grossAt', t.gross_at, 'card', c.card,
                'gin', t.gin, 'region', t.region, 'regionName', coalesce(r.name, ''))
            from weigh_tickets t
            left join regions r on r.code = t.region
            left join trace_cards c on c.gin = t.gin and c.ticket = t.ticket and c.state <> 'voided'
            where ($1::text is null or t.gin = $1) and ($2::int is null or t.season = $2) and ($3::text is null or t.grower = $3)
                and ($4::boolean is null or t.late = $4) and ($5::text is null or t.ticket = $5)
                and ($6::timestamptz is null or t.gross_at <= $6 and (t.gross_at, t.ticket, t.gin) < ($6, $7::text, $8::text))
                and ($10::timestamptz is null or t.gross_at >= $10) and ($11::timestamptz is null or t.gross_at < $11)
                and ($12::boolean is null or (c.card is not null) = $12) and ($13::boolean is null or (t.net_kg is not null) = $13)
                and ($14::text is null or t.grower = $14) and ($15::text is null or t.region = $15 or t.region like $15 || '-%')
                {Delivering(whose.Unit)}
            order by t.gross_at desc, t.ticket desc, t.gin desc
            limit $9
            """,
            whose.Gin?.Value, filter.Season?.Value, filter.Grower, filter.Late, filter.Ticket?.Value,
            cursor.Time(0), cursor[1], cursor[2], limit.Value + 1,
            ChinaTime.Begin(filter.From), ChinaTime.End(filter.To), filter.Printed, filter.Weighed,
            whose.Grower, whose.Region?.Value, whose.Unit);
        return Page<WeighTicketItem>.Of(items, limit, item => [Cursor.Text(item.GrossAt), item.Ticket.Value, item.Gin.Value]);
    }

    /// <summary>Tickets with a plot of the unit; of its own, so that the planner goes from the members to their tickets.</summary>
    private static string Delivering(string? unit) => unit is null
        ? "and $16::text is null"
        : """
            and t.season = (select u.season from trace_units u where u.id = $16)
            and t.grower in (select m.grower from trace_unit_members m where m.unit = $16)
            and exists (select from trace_unit_plots p where p.season = t.season and p.plot = any (t.plots) and p.unit = $16)
            """;

    public async Task<DeliveriesView?> Deliveries(GinCode gin, PersonNumber idNumber, SeasonYear? season) =>
        await database.ReadOne<DeliveriesView>(
            """
            select jsonb_build_object(
                'grower', jsonb_build_object('id', g.id, 'maskedName', g.masked_name, 'maskedNumber', g.masked_number, 'region', g.region),
                'tickets', coalesce((
                    select jsonb_agg(jsonb_build_object('ticket', t.ticket, 'season', t.season, 'grossKg', t.gross_kg, 'netKg', t.net_kg,
                        'quotaKg', t.quota_kg, 'filmCount', t.film_count, 'late', t.late, 'waived', t.waived, 'grossAt', t.gross_at,
                        'revision', t.revision, 'card', c.card, 'unit', u.id, 'unitName', u.name, 'unitState', u.state,
                        'plots', (select jsonb_agg(
                                      jsonb_build_object('code', p.code, 'name', p.name, 'areaMu', p.area_mu, 'variety', p.variety)
                                      order by p.code)
                                  from plots p where p.season = t.season and p.code = any (t.plots))) order by t.gross_at desc, t.ticket)
                    from weigh_tickets t
                    left join trace_cards c on c.gin = t.gin and c.ticket = t.ticket and c.state <> 'voided'
                    left join lateral (
                        select u.* from trace_unit_plots up join trace_units u on u.id = up.unit
                        where up.season = t.season and up.plot = any (t.plots) order by u.id limit 1) u on true
                    where t.grower = g.id and t.gin = $2 and ($3::int is null or t.season = $3)), '[]'))
            from growers g where g.id = $1
            """,
            personalData.Hash(idNumber.Value), gin.Value, season?.Value);
}
