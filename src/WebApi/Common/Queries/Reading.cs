using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Common;

/// <summary>How lists read their rows: member by member, or as one jsonb document that SQL shaped into the answer.</summary>
internal static class Reading
{
    /// <summary>Rows of one jsonb document each, in the API's own JSON dialect.</summary>
    public static async Task<List<T>> Read<T>(this NpgsqlDataSource database, string sql, params object?[] arguments)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument ?? DBNull.Value });
        return await command.ReadAll(row => row.Json<T>(0));
    }

    public static async Task<T?> ReadOne<T>(this NpgsqlDataSource database, string sql, params object?[] arguments) where T : class =>
        (await database.Read<T>(sql, arguments)).FirstOrDefault();

    /// <summary>Adds the next positional parameters; null stands for a filter that was not asked for.</summary>
    public static void AddText(this NpgsqlCommand command, params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
    }

    public static void AddNumber(this NpgsqlCommand command, params ReadOnlySpan<int?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
    }

    public static void AddTime(this NpgsqlCommand command, params ReadOnlySpan<DateTimeOffset?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
    }

    public static void AddFlag(this NpgsqlCommand command, bool? value) =>
        command.Parameters.Add(new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean });

    /// <summary>Adds a parameter that the statement names, or does not name where a filter was not asked for.</summary>
    public static void AddNamed(this NpgsqlCommand command, string name, NpgsqlDbType type, object? value) =>
        command.Parameters.AddWithValue(name, type, value ?? DBNull.Value);

    public static async Task<List<T>> ReadAll<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> item)
    {
        var items = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) items.Add(item(reader));
        return items;
    }

    public static T Json<T>(this NpgsqlDataReader row, int place) =>
        JsonSerializer.Deserialize<T>(row.GetFieldValue<byte[]>(place), SuyuanJson.Options)!;

    /// <summary>An enum value as our JSON, and so the database, writes it.</summary>
    public static string Stored<T>(this T value) where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, SuyuanJson.Options).GetString()!;
}
