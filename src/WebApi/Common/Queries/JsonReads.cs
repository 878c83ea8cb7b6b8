using System.Text.Json;
using Npgsql;

namespace Suyuan.Common;

/// <summary>
/// Reads whose every row is one jsonb document in the API's own JSON dialect: SQL shapes the answer, nothing maps it again.
/// </summary>
internal static class JsonReads
{
    public static async Task<List<T>> Read<T>(this NpgsqlDataSource database, string sql, params object?[] arguments)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var documents = new List<T>();
        while (await reader.ReadAsync())
            documents.Add(JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(0), SuyuanJson.Options)!);
        return documents;
    }

    public static async Task<T?> ReadOne<T>(this NpgsqlDataSource database, string sql, params object?[] arguments) where T : class =>
        (await database.Read<T>(sql, arguments)).FirstOrDefault();
}
