using System.Text.RegularExpressions;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.Silo.Storage;

internal sealed partial class PostgresFacts(NpgsqlDataSource database) : IFacts
{
    public async Task<T?> Find<T>(string function, params object?[] arguments) where T : class
    {
        if (!FunctionName().IsMatch(function))
            throw new ArgumentException($"'{function}' is not the name of a function.", nameof(function));

        var places = string.Join(", ", arguments.Select((_, index) => $"${index + 1}"));
        await using var command = database.CreateCommand($"select {function}({places})");
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && !await reader.IsDBNullAsync(0)
            ? StateSerializer.Unwrap<T>(reader.GetFieldValue<byte[]>(0))
            : null;
    }

    [GeneratedRegex("^[a-z_]+$")]
    private static partial Regex FunctionName();
}
