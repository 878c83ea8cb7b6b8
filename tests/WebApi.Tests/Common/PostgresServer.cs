using System.Globalization;
using Npgsql;
using Suyuan.Silo.Postgres;

namespace Suyuan.Common.Tests;

/// <summary>One private PostgreSQL for the whole run; every application asks it for a database of its own.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<PrivatePostgres>> Server = new(Start);
    private static int databases;

    public static string Folder { get; } = Directory.CreateTempSubdirectory("suyuan-api-tests-").FullName;

    public static async Task<string> CreateDatabase()
    {
        var server = await Server.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await Do($"create database {name} template template0");
        return server.ConnectionString(name);
    }

    /// <summary>What is said to the server from beside the applications' own databases.</summary>
    public static async Task Do(string sql)
    {
        await using var source = NpgsqlDataSource.Create((await Server.Value).ConnectionString("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PrivatePostgres> Start()
    {
        var server = await PrivatePostgres.Start(Folder, CancellationToken.None);
        // The runner has no hook for the end of a run that several collections share.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(Folder, recursive: true);
        };
        return server;
    }
}
