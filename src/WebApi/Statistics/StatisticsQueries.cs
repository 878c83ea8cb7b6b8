using System.Collections.Immutable;
using System.Data;
using Npgsql;
using NpgsqlTypes;
using Suyuan.GinLines;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>What the reports count, all of one report from one snapshot, so that its figures belong together.</summary>
internal sealed class StatisticsQueries : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly SeasonPolicy policy;

    private StatisticsQueries(NpgsqlConnection connection, SeasonPolicy policy) => (this.connection, this.policy) = (connection, policy);

    public static async Task<StatisticsQueries> Open(NpgsqlDataSource database, SeasonPolicy policy, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return new(connection, policy);
    }

    // Closing the connection ends the transaction; there is nothing to keep.
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public Task<List<UnitRow>> Units(PremiumCottonQuery asked) => Read(
        $"""
        select u.id, u.name, u.region, u.formation = 'company', u.organizer
        from trace_units u
        where u.season = @season and ({StatisticsSql.UnitsOf(asked)})
        order by u.region, u.id
        """,
        row => new UnitRow(
            row.GetString(0), row.GetString(1), RegionCode.Parse(row.GetString(2), null), row.GetBoolean(3), row.GetString(4)),
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

    public async Task<Figures> DeliveredAt(GinCode gin)
    {
        var counted = await Read(StatisticsSql.DeliveredAtGin, row => FiguresFrom(row, 0), ("gin", gin.Value));
        return counted[0];
    }

    public async Task<GinUse> UseOf(GinCode gin)
    {
        var tickets = await Read(StatisticsSql.TicketsOfGin, row => (row.GetInt64(0), row.GetDecimal(1)), ("gin", gin.Value));
        var cards = await Read(StatisticsSql.CardsOfGin, row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), ("gin", gin.Value));
        var lines = await Read(
            StatisticsSql.LinesOfGin, row => new LineFigures(row.GetInt32(0), FiguresFrom(row, 1)), ("gin", gin.Value));
        return new(tickets[0].Item1, tickets[0].Item2, cards.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. lines]);
    }

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
        foreach (var (name, value) in parameters.Where(parameter => parameter.Value is not null))
            command.Parameters.AddWithValue(name, value!);
        AddPolicy(command.Parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(map(reader));
        return rows;
    }

    private void AddPolicy(NpgsqlParameterCollection parameters)
    {
        var rule = policy.Premium;
        parameters.AddWithValue("season", policy.Season.Value);
        parameters.AddWithValue("standard_impurity", policy.StandardImpurityPct);
        parameters.AddWithValue("conditioned_regain", policy.ConditionedRegainPct);
        parameters.AddWithValue("minimum_length", rule.MinimumLengthMm);
        parameters.AddWithValue("minimum_strength", rule.MinimumStrength);
        parameters.AddWithValue("micronaire_levels", rule.MicronaireLevels.ToArray());
        parameters.Add(new("minimum_uniformity", NpgsqlDbType.Numeric) { Value = (object?)rule.MinimumUniformity ?? DBNull.Value });
        parameters.Add(new("foreign_fibre_allowed", NpgsqlDbType.Boolean) { Value = (object?)rule.ForeignFibreAllowed ?? DBNull.Value });
    }
}
