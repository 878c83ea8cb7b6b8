using System.Globalization;
using Npgsql;
using Suyuan.Common;
using Suyuan.Silo.Postgres;

namespace Suyuan.Bench;

/// <summary>
/// Bound ranges in bulk, of a few batches that have something to show: rows as the product's triggers would have written them. What keeps
/// ranges apart is left out, since it takes minutes for a million and a look-up does not use it.
/// </summary>
internal static class LookupRanges
{
    private const int CodesOfRange = 1000;

    public static async Task Make(string folder, int ranges, CancellationToken cancellationToken)
    {
        await using var server = await PrivatePostgres.Start(folder, cancellationToken);
        await using var connection = new NpgsqlConnection(server.ConnectionString(PrivatePostgres.Role) + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        var sql = (await Read("lookup-ranges.sql", cancellationToken)).Replace(
            ":ranges", ranges.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Any code of any range.</summary>
    public static string Code(Random random, int ranges)
    {
        var serial = ((long)random.Next(ranges) * CodesOfRange) + random.Next(CodesOfRange);
        var digits = string.Create(CultureInfo.InvariantCulture, $"6590010{serial:000000000000}");
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{CheckDigit.Of(digits)}");
    }

    private static async Task<string> Read(string name, CancellationToken cancellationToken)
    {
        await using var stream = typeof(LookupRanges).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
