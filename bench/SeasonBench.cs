using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Suyuan.SeasonGeneration;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Security;

namespace Suyuan.Bench;

/// <summary>Makes a season of the wanted scale in a data folder, for the measurements that need a full one.</summary>
internal static class SeasonBench
{
    // More log between checkpoints, so that each page is not written over and over; the server's own setting returns afterwards.
    private static readonly string[] RoomForBulk =
        ["alter system set max_wal_size = '12GB'", "alter system set checkpoint_timeout = '1h'", "select pg_reload_conf()"];

    private static readonly string[] AsBefore =
        ["alter system reset max_wal_size", "alter system reset checkpoint_timeout", "select pg_reload_conf()", "checkpoint"];

    public static async Task<int> Run(double scale, string? data, bool keep, CancellationToken cancellationToken)
    {
        var folder = data is null ? BenchNode.NewFolder() : Path.GetFullPath(data);
        try
        {
            await Make(folder, scale, quiet: false, cancellationToken);
            // A database that comes from elsewhere is complete with the first start of a node on it.
            await using var node = await BenchNode.Start(folder, cancellationToken);
            Tell($"first start of a node on it: {node.TimeToReady.TotalSeconds:0.0} s");
            return 0;
        }
        finally
        {
            if (data is null && !keep) Directory.Delete(folder, recursive: true);
            else Tell($"kept in {folder}");
        }
    }

    /// <summary>The season alone; a node has yet to start on it.</summary>
    public static async Task Make(string folder, double scale, bool quiet, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        BenchNode.LetThrough(folder);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build();
        await using var database = await NodeDatabase.Open(configuration, NullLogger.Instance, cancellationToken);
        var personal = new PersonalData(PersonalDataKeys.Load(configuration, database));
        await Execute(database.Source, RoomForBulk, cancellationToken);
        var since = Stopwatch.GetTimestamp();
        var generator = new SeasonGenerator(database.Source, personal, (what, took) =>
        {
            if (!quiet) Tell($"{what,-28} {took.TotalSeconds,7:0.0} s");
        });
        await generator.Generate(new(scale, TimeProvider.System.GetUtcNow()), cancellationToken);
        await Execute(database.Source, AsBefore, cancellationToken);
        if (quiet) return;
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        Tell($"season: scale {scale} in {seconds:0} s · {await Counts(database.Source, cancellationToken)}");
    }

    private static async Task Execute(NpgsqlDataSource database, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await using var command = database.CreateCommand(statement);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<string> Counts(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            select (select count(*) from growers) || ' growers, ' || (select count(*) from trace_units) || ' units, '
                || (select count(*) from weigh_tickets) || ' tickets, ' || (select count(*) from trace_cards) || ' cards, '
                || (select count(*) from bales) || ' bales, ' || (select count(*) from inspections) || ' inspected, '
                || pg_size_pretty(pg_database_size(current_database()))
            """);
        command.CommandTimeout = 0;
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static void Tell(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
