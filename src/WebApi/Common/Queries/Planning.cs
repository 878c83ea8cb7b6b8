using Npgsql;

namespace Suyuan.Common;

/// <summary>
/// Statements are prepared after their second use, and PostgreSQL then soon plans them once for all values. For a list with many filters
/// that plan is a poor one: a county has thirty filings or three thousand, a word is in three names or in every other. Such a list is
/// planned anew each time, which costs less than a millisecond.
/// </summary>
internal static class Planning
{
    /// <summary>Stands before the statement, in its own implicit transaction and on the same way to the server.</summary>
    public const string Anew = "select set_config('plan_cache_mode', 'force_custom_plan', true);\n";

    /// <summary>As ReadAll, of a statement with Anew before it.</summary>
    public static async Task<List<T>> ReadPlanned<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> item)
    {
        var items = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        while (await reader.ReadAsync()) items.Add(item(reader));
        return items;
    }
}
