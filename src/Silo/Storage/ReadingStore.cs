using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Silo.Storage;

/// <summary>Sensor readings, stored in bulk with the figures that follow from them; durable when a call returns.</summary>
public sealed class ReadingStore(NpgsqlDataSource database)
{
    /// <summary>The number of each of a sensor's series, by quantity.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Series(string sensor, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select quantity, number from sensor_series where sensor = $1");
        command.Parameters.Add(new() { Value = sensor });
        var series = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) series[reader.GetString(0)] = reader.GetInt32(1);
        return series;
    }

    /// <summary>How many were new, and the places of those that differ from what is there.</summary>
    public async Task<StoredReadings> Store(ReadingColumns readings, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select stored, differing from store_readings($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = readings.Series, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = readings.At, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = readings.Values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Numeric });
        command.Parameters.Add(new() { Value = readings.OutOfRange, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Boolean });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt32(0), reader.GetFieldValue<int[]>(1));
    }

    /// <summary>Makes the months to come and drops those before the oldest day that is kept; answers what went.</summary>
    public async Task<string[]> KeepMonths(DateOnly today, int ahead, DateOnly oldest, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select keep_reading_months($1, $2, $3)");
        command.Parameters.Add(new() { Value = today });
        command.Parameters.Add(new() { Value = ahead });
        command.Parameters.Add(new() { Value = oldest });
        return (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
