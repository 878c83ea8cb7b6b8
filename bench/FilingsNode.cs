using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Suyuan.Silo.Hosting;

namespace Suyuan.Bench;

/// <summary>A node on generated filings: a regulator of the largest county, of its province and of everything, and an enterprise.</summary>
internal sealed class FilingsNode : IAsyncDisposable
{
    private const string County = "330110";
    private const string Province = "330000";

    private static readonly string[] RoomForBulk =
        ["alter system set max_wal_size = '4GB'", "alter system set checkpoint_timeout = '1h'", "select pg_reload_conf()"];

    private static readonly string[] AsBefore =
        ["alter system reset max_wal_size", "alter system reset checkpoint_timeout", "select pg_reload_conf()", "checkpoint"];

    private readonly BenchNode node;
    private readonly NodeDatabase database;

    private FilingsNode(BenchNode node, NodeDatabase database, FilingsFacts facts) =>
        (this.node, this.database, Facts, Callers) = (node, database, facts, new(node.Address));

    public FilingsFacts Facts { get; }

    public BenchCallers Callers { get; }

    public NpgsqlDataSource Database => database.Source;

    public static async Task<FilingsNode> Start(string folder, int filings, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        BenchNode.LetThrough(folder);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build();
        await using (var empty = await NodeDatabase.Open(configuration, NullLogger.Instance, cancellationToken))
        {
            await Execute(empty.Source, RoomForBulk, cancellationToken);
            await Fill(empty.Source, filings, cancellationToken);
            await Execute(empty.Source, AsBefore, cancellationToken);
        }

        var node = await BenchNode.Start(folder, cancellationToken);
        var database = await NodeDatabase.Open(configuration, NullLogger.Instance, cancellationToken);
        var started = new FilingsNode(node, database, await FilingsFacts.Of(database.Source, County, cancellationToken));
        await started.Callers.SignIn(
            [
                ("county", "regulator", County), ("province", "regulator", Province), ("ministry", "regulator", ""),
                ("enterprise", "recorder", started.Facts.Enterprise),
            ],
            cancellationToken);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        Callers.Dispose();
        await node.DisposeAsync();
        await database.DisposeAsync();
    }

    // One connection for all: the plan of what is made stands in temporary tables.
    private static async Task Fill(NpgsqlDataSource source, int filings, CancellationToken cancellationToken)
    {
        await using var looking = source.CreateCommand("select exists (select from filings)");
        if ((bool)(await looking.ExecuteScalarAsync(cancellationToken))!) return;
        using var reader = new StreamReader(typeof(FilingsNode).Assembly.GetManifestResourceStream("filings.sql")!);
        var sql = (await reader.ReadToEndAsync(cancellationToken)).Replace("{filings}", $"{filings}", StringComparison.Ordinal);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var vacuum = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 0 };
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
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
