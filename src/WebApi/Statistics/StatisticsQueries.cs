using System.Collections.Immutable;
using System.Data;
using Npgsql;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>What the reports count, all of one report from one snapshot, so that its figures belong together.</summary>
internal sealed class StatisticsQueries : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly SeasonYear season;

    private StatisticsQueries(NpgsqlConnection connection, SeasonYear season) => (this.connection, this.season) = (connection, season);

    /// <summary>When the season was closed, or null while it is open.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    public static async Task<StatisticsQueries> Open(NpgsqlDataSource database, SeasonYear season, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var queries = new StatisticsQueries(connection, season);
        var frozen = await queries.Read(StatisticsSql.Frozen, row => row.GetFieldValue<DateTimeOffset>(0));
        if (frozen is [var at]) queries.FrozenAt = at;
        return queries;
    }

    // Closing the connection ends the transaction; there is nothing to keep.
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public Task<List<UnitRow>> Units(PremiumCottonQuery asked) => Read(
        StatisticsSql.Units(asked),
        row => new UnitRow(
            row.GetString(0), row.GetString(1), RegionCode.Parse(row.GetString(2), null), row.GetBoolean(3), row.GetString(4),
            FiguresFrom(row, 5)),
        ("unit", asked.Unit), ("grower", asked.Grower), ("region", asked.Region?.Value));

    /// <summary>The company of a grower, or null when there is no such grower.</summary>
    public async Task<RegionCode?> HomeOf(string grower)
    {
        var found = await Read("select g.region from growers g where g.id = @grower", row => row.GetString(0), ("grower", grower));
        return found is [var region] ? RegionCode.Parse(region, null) : null;
    }

    /// <summary>Everybody who is in one of the units or delivered for it, with what they delivered and what became of it.</summary>
    public Task<List<(string Unit, GrowerShare Share)>> Growers(IEnumerable<UnitRow> units) => Read(
        StatisticsSql.Growers,
        row => (row.GetString(0), new GrowerShare(row.GetString(1), row.GetString(2), FiguresFrom(row, 3), 0m)),
        ("units", units.Select(unit => unit.Id).ToArray()));

    /// <summary>By line; line 0 is what was delivered.</summary>
    public Task<List<LineFigures>> LinesOf(GinCode gin) => Read(
        StatisticsSql.LinesOfGin, row => new LineFigures(row.GetInt32(0), FiguresFrom(row, 1)), ("gin", gin.Value));

    public async Task<GinUse> UseOf(GinCode gin, IEnumerable<LineFigures> lines)
    {
        var (ticketsOf, cardsOf) = FrozenAt is null
            ? (StatisticsSql.TicketsOfGin, StatisticsSql.CardsOfGin)
            : (StatisticsSql.TicketsOfClosedGin, StatisticsSql.CardsOfClosedGin);
        var tickets = await Read(ticketsOf, row => (Count: row.GetInt64(0), NetKg: row.GetDecimal(1)), ("gin", gin.Value));
        var cards = await Read(cardsOf, row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), ("gin", gin.Value));
        var (count, netKg) = tickets.FirstOrDefault();
        return new(count, netKg, cards.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. lines]);
    }

    public Task<List<RegionFigures>> Divisions() => Read(
        StatisticsSql.Divisions, row => new RegionFigures(RegionCode.Parse(row.GetString(0), null), FiguresFrom(row, 1)));

    public Task<List<GinFigures>> Gins() => Read(
        StatisticsSql.Gins, row => new GinFigures(GinCode.Parse(row.GetString(0), null), FiguresFrom(row, 1)));

    private static Figures FiguresFrom(NpgsqlDataReader row, int at) => new()
    {
        Tickets = row.GetInt64(at),
        Cards = row.GetInt64(at),
        NetKg = row.GetDecimal(at + 1),
        Traced = row.GetInt64(at + 2),
        Delayed = row.GetInt64(at + 3),
        Untraced = row.GetInt64(at + 4),
        Inspected = row.GetInt64(at + 5),
        Premium = row.GetInt64(at + 6),
        ConditionedKg = row.GetDecimal(at + 7),
        PremiumKg = row.GetDecimal(at + 8),
    };

    private async Task<List<T>> Read<T>(string sql, Func<NpgsqlDataReader, T> map, params (string Name, object? Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("season", season.Value);
        foreach (var (name, value) in parameters.Where(parameter => parameter.Value is not null))
            command.Parameters.AddWithValue(name, value!);
        return await command.ReadAll(map);
    }
}
