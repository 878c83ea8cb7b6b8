namespace Suyuan.Statistics;

/// <summary>The statements behind the reports. Nine figures stand in the order that StatisticsQueries reads them.</summary>
internal static class StatisticsSql
{
    private const string Quality = """
        left join inspections i on i.barcode = b.barcode
        cross join lateral (
            select conditioned_kg(b.net_kg, coalesce(i.impurity_pct, b.impurity_pct, @standard_impurity), b.regain_pct,
                    @standard_impurity, @conditioned_regain) as kg,
                is_premium(i, @minimum_length, @minimum_strength, @micronaire_levels, @minimum_uniformity, @foreign_fibre_allowed)
                    as premium
        ) q
        """;

    private const string BaleFigures = """
        count(b.card) as traced,
        count(b.delay_of) as delayed,
        count(*) filter (where b.card is null and b.delay_of is null) as untraced,
        count(i.barcode) filter (where b.card is not null) as inspected,
        count(*) filter (where b.card is not null and q.premium) as premium,
        coalesce(sum(q.kg) filter (where b.card is not null), 0) as conditioned_kg,
        coalesce(sum(q.kg) filter (where b.card is not null and q.premium), 0) as premium_kg
        """;

    public const string Growers = $"""
        with delivered as (
            select d.unit, d.grower, count(*) as tickets, sum(d.net_kg) as net_kg
            from traced_deliveries d where d.unit = any (@units)
            group by d.unit, d.grower
        ), pressed as (
            select b.unit, c.grower, {BaleFigures}
            from bales b join trace_cards c on c.card = b.card {Quality}
            where b.unit = any (@units)
            group by b.unit, c.grower
        ), people as (
            select m.unit, m.grower from trace_unit_members m where m.unit = any (@units)
            union
            select d.unit, d.grower from delivered d
        )
        select unit, grower, coalesce(g.masked_name, ''), coalesce(tickets, 0), coalesce(net_kg, 0), coalesce(traced, 0),
            coalesce(delayed, 0), coalesce(untraced, 0), coalesce(inspected, 0), coalesce(premium, 0), coalesce(conditioned_kg, 0),
            coalesce(premium_kg, 0)
        from people
        left join delivered using (unit, grower)
        left join pressed using (unit, grower)
        left join growers g on g.id = grower
        order by unit, grower
        """;

    public const string LinesOfGin = $"""
        select b.line, 0::bigint, 0::numeric, {BaleFigures}
        from bales b {Quality}
        where b.gin = @gin and b.season = @season
        group by b.line
        order by b.line
        """;

    public const string DeliveredAtGin = """
        select count(*), coalesce(sum(d.net_kg), 0), 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::numeric, 0::numeric
        from traced_deliveries d where d.gin = @gin and d.season = @season
        """;

    public const string TicketsOfGin =
        "select count(*), coalesce(sum(t.net_kg), 0) from weigh_tickets t where t.gin = @gin and t.season = @season";

    public const string CardsOfGin = """
        select case when c.state = 'voided' then c.state else coalesce(p.state, c.state) end, count(*)
        from trace_cards c left join card_progress p on p.card = c.card
        where c.gin = @gin and c.season = @season
        group by 1
        """;

    public static string UnitsOf(PremiumCottonQuery asked) => asked switch
    {
        { Unit: not null } => "u.id = @unit",
        { Region: not null } => "u.region = @region or u.region like @region || '-%'",
        _ => """
            u.id in (
                select m.unit from trace_unit_members m where m.grower = @grower
                union
                select c.unit from trace_cards c where c.grower = @grower and c.season = @season and c.state <> 'voided')
            """,
    };
}
