namespace Suyuan.Statistics;

/// <summary>
/// The statements behind the reports, over the figures that triggers keep (schema files 0027 to 0031). Nine figures stand in the order
/// that StatisticsQueries reads them.
/// </summary>
internal static class StatisticsSql
{
    private const string Sums = """
        coalesce(sum(f.cards), 0)::bigint, coalesce(sum(f.net_kg), 0), coalesce(sum(f.traced), 0)::bigint,
        coalesce(sum(f.delayed), 0)::bigint, coalesce(sum(f.untraced), 0)::bigint, coalesce(sum(f.inspected), 0)::bigint,
        coalesce(sum(f.premium), 0)::bigint, coalesce(sum(f.conditioned_kg), 0), coalesce(sum(f.premium_kg), 0)
        """;

    public const string Growers = """
        with counted as (
            select f.unit, f.grower, sum(f.cards) as cards, sum(f.net_kg) as net_kg, sum(f.traced) as traced,
                sum(f.inspected) as inspected, sum(f.premium) as premium, sum(f.conditioned_kg) as conditioned_kg,
                sum(f.premium_kg) as premium_kg
            from card_figures f where f.unit = any (@units)
            group by f.unit, f.grower
        ), people as (
            select m.unit, m.grower from trace_unit_members m where m.unit = any (@units)
            union
            select c.unit, c.grower from counted c where c.cards > 0
        )
        select unit, grower, coalesce(g.masked_name, ''), coalesce(cards, 0), coalesce(net_kg, 0), coalesce(traced, 0), 0::bigint,
            0::bigint, coalesce(inspected, 0), coalesce(premium, 0), coalesce(conditioned_kg, 0), coalesce(premium_kg, 0)
        from people
        left join counted using (unit, grower)
        left join growers g on g.id = grower
        order by unit, grower
        """;

    public const string LinesOfGin = $"""
        select f.line, {Sums} from line_figures f where f.season = @season and f.gin = @gin group by f.line order by f.line
        """;

    public const string Divisions = $"""
        select left(u.region, 2), {Sums}
        from line_figures f join trace_units u on u.id = f.unit
        where f.season = @season group by 1 order by 1
        """;

    public const string Gins = $"select f.gin, {Sums} from line_figures f where f.season = @season group by 1 order by 1";

    public const string TicketsOfGin =
        "select count(*), coalesce(sum(t.net_kg), 0) from weigh_tickets t where t.gin = @gin and t.season = @season";

    /// <summary>Most cards are finished by weight: those are what remains of all, and only the others are looked at.</summary>
    public const string CardsOfGin = """
        with others as (
            select c.state, count(*) as cards
            from trace_cards c where c.gin = @gin and c.season = @season and c.state = 'voided'
            group by c.state
            union all
            select c.state, count(*)
            from waiting_cards w join trace_cards c using (card) where w.gin = @gin and c.season = @season
            group by c.state
            union all
            select p.state, count(*)
            from card_progress p join trace_cards c using (card)
            where p.gin = @gin and p.state <> 'finishedAuto' and c.season = @season
            group by p.state
        ), finished as (
            select count(*) - (select coalesce(sum(o.cards), 0) from others o) as cards
            from trace_cards c where c.gin = @gin and c.season = @season
        )
        select o.state, o.cards from others o
        union all
        select 'finishedAuto', f.cards::bigint from finished f where f.cards > 0
        """;

    public const string TicketsOfClosedGin =
        "select u.tickets, u.net_kg from closed_gin_uses u where u.gin = @gin and u.season = @season";

    public const string CardsOfClosedGin =
        "select c.key, c.value::bigint from closed_gin_uses u, jsonb_each_text(u.cards) c where u.gin = @gin and u.season = @season";

    public const string Frozen = "select r.frozen_at from season_rules r where r.season = @season and r.closed";

    public static string Units(PremiumCottonQuery asked) => $"""
        select u.id, u.name, u.region, u.formation = 'company', u.organizer, {Sums}
        from trace_units u
        left join line_figures f on f.season = u.season and f.unit = u.id
        where u.season = @season and ({UnitsOf(asked)})
        group by u.id
        order by u.region, u.id
        """;

    private static string UnitsOf(PremiumCottonQuery asked) => asked switch
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
