using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Suyuan.Silo.Hosting;

namespace Suyuan.Bench;

/// <summary>Puts into the database of a folder, before a node starts on it, what one of our files of SQL makes in bulk.</summary>
internal static class BulkFacts
{
    private static readonly string[] RoomForBulk =
        ["alter system set max_wal_size = '4GB'", "alter system set checkpoint_timeout = '1h'", "select pg_reload_conf()"];

    private static readonly string[] AsBefore =
        ["alter system reset max_wal_size", "alter system reset checkpoint_timeout", "select pg_reload_conf()", "checkpoint"];

    /// <param name="scale">The file's placeholder, and how many things it stands for.</param>
    /// <param name="table">Where something stands once the folder was filled, so that the next run finds it.</param>
    public static async Task Make(
        string folder, string file, (string Placeholder, int Count) scale, string table, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        BenchNode.LetThrough(folder);
        await using var database = await Open(folder, cancellationToken);
        if (await IsFilled(database.Source, table, cancellationToken)) return;
        await Execute(database.Source, RoomForBulk, cancellationToken);
        using var reader = new StreamReader(typeof(BulkFacts).Assembly.GetManifestResourceStream(file)!);
        var sql = (await reader.ReadToEndAsync(cancellationToken)).Replace(
            scale.Placeholder, scale.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        // One connection for all of the file: what it plans stands in temporary tables.
        await Execute(database.Source, [sql], cancellationToken);
        await Execute(database.Source, ["vacuum analyze", .. AsBefore], cancellationToken);
    }

    public static Task<NodeDatabase> Open(string folder, CancellationToken cancellationToken) => NodeDatabase.Open(
        new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build(), NullLogger.Instance, cancellationToken);

    private static async Task<bool> IsFilled(NpgsqlDataSource source, string table, CancellationToken cancellationToken)
    {
        await using var looking = source.CreateCommand($"select exists (select from {table})");
        return (bool)(await looking.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task Execute(NpgsqlDataSource source, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await using var command = source.CreateCommand(statement);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
