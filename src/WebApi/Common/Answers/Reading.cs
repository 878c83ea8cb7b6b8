using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Common;

/// <summary>How lists read their rows.</summary>
internal static class Reading
{
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

    public static async Task<List<T>> ReadAll<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> item)
    {
        var items = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) items.Add(item(reader));
        return items;
    }

    public static T Json<T>(this NpgsqlDataReader row, int place) =>
        JsonSerializer.Deserialize<T>(row.GetString(place), SuyuanJson.Options)!;

    /// <summary>An enum value as our JSON, and so the database, writes it.</summary>
    public static string Stored<T>(this T value) where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
