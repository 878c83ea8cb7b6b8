using System.Globalization;
using Npgsql;
using Suyuan.Silo.Hosting;

namespace Suyuan.Silo.Postgres;

/// <summary>
/// The node's own PostgreSQL: a real server under the data folder. It outlives a killed node and is found again by the next one;
/// the last node to stop gracefully stops it.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    public const string Role = "suyuan";

    private readonly PrivateFolder folder;
    private readonly PostgresBinaries binaries;
    private FileStream? use;

    private PrivatePostgres(PrivateFolder folder, PostgresBinaries binaries, FileStream use)
    {
        this.folder = folder;
        this.binaries = binaries;
        this.use = use;
    }

    /// <summary>Set when the database could not live inside the data folder, for the operator to know.</summary>
    public string? Notice => folder.IsElsewhere
        ? $"User {folder.User.Name}, who runs PostgreSQL, cannot pass through {folder.Data}; the database is kept in {folder.Home}."
        : null;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder.Socket,
        Port = PostgresSettings.Port,
        Username = Role,
        Database = database,
    }.ConnectionString;

    public static async Task<PrivatePostgres> Start(string data, CancellationToken cancellationToken)
    {
        var folder = await PrivateFolder.Prepare(data, cancellationToken);
        // One node at a time may look, make and start; the others then find it running.
        await using var turn = await TakeTurn(Path.Combine(folder.Data, "postgres.start"), cancellationToken);
        var versionFile = Path.Combine(folder.Cluster, "PG_VERSION");
        var made = File.Exists(versionFile);
        int? major = made ? int.Parse(await File.ReadAllTextAsync(versionFile, cancellationToken), CultureInfo.InvariantCulture) : null;
        var binaries = await PostgresBinaries.Find(major, cancellationToken);
        // Every node that uses the server holds this shared lock; the system lets go of it however the node ends.
        var server = new PrivatePostgres(folder, binaries, OpenShared(folder.Data));
        if (!made) await server.Make(cancellationToken);
        if (!await server.Runs(cancellationToken)) await server.Launch(cancellationToken);
        await server.CreateDatabase(Role, cancellationToken);
        return server;
    }

    public async Task CreateDatabase(string name, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (await find.ExecuteScalarAsync(cancellationToken) is not null) return;
        var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
        await using var create = new NpgsqlCommand($"create database \"{quoted}\"", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Leaves the server; when no other node uses it, it is shut down in order.</summary>
    public async ValueTask DisposeAsync()
    {
        if (use is null) return;
        await use.DisposeAsync();
        use = null;
        try
        {
            await using var alone = new FileStream(UseFile(folder.Data), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            await Control(["stop", "-m", "fast", "-w", "-t", "60"], CancellationToken.None);
        }
        catch (IOException)
        {
            // Another node holds the shared lock and goes on working with the server.
        }
    }

    internal async Task<bool> Runs(CancellationToken cancellationToken) => (await Control(["status"], cancellationToken)).Succeeded;

    internal async Task Launch(CancellationToken cancellationToken)
    {
        var settings = Path.Combine(folder.Cluster, PostgresSettings.FileName);
        await File.WriteAllTextAsync(settings, PostgresSettings.For(folder.Socket), cancellationToken);
        // After a power cut PostgreSQL replays its log first, which may take a while.
        var started = await Control(["start", "-w", "-t", "300", "-s", "-l", folder.Log], cancellationToken);
        if (!started.Succeeded)
            throw new NodeStartException($"The private PostgreSQL did not start: {started.Output} See {folder.Log}.");
    }

    internal async Task<Program.Answer> Control(string[] arguments, CancellationToken cancellationToken) =>
        await folder.User.Run([binaries.Control, "-D", folder.Cluster, .. arguments], folder.Home, cancellationToken);

    private async Task Make(CancellationToken cancellationToken)
    {
        // Made aside and renamed, so that an interrupted first start leaves nothing half-made behind.
        var aside = folder.Cluster + ".new";
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        var made = await folder.User.Run(
            [
                binaries.Initdb, "-D", aside, "-U", Role, "-E", "UTF8", "--locale=C", "--data-checksums",
                "--auth-local=trust", "--auth-host=reject",
            ],
            folder.Home,
            cancellationToken);
        if (!made.Succeeded) throw new NodeStartException($"The private PostgreSQL could not be made in {folder.Home}: {made.Output}");
        await File.AppendAllTextAsync(
            Path.Combine(aside, "postgresql.conf"), $"\ninclude = '{PostgresSettings.FileName}'\n", cancellationToken);
        Directory.Move(aside, folder.Cluster);
    }

    private static string UseFile(string data) => Path.Combine(data, "postgres.use");

    private static FileStream OpenShared(string data)
    {
        File.Open(UseFile(data), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        return new(UseFile(data), FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    private static async Task<FileStream> TakeTurn(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }
}
