using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Suyuan.Seasons;
using Suyuan.Silo.Postgres;
using Suyuan.Silo.Schema;
using Suyuan.Silo.Storage;

namespace Suyuan.Silo.Hosting;

/// <summary>The node's one database: the server that the configuration names, or else its own.</summary>
public sealed partial class NodeDatabase : IAsyncDisposable
{
    private const string Name = "Suyuan";

    private readonly PrivatePostgres? own;

    private NodeDatabase(NpgsqlDataSource source, PrivatePostgres? own, string dataFolder)
    {
        Source = source;
        this.own = own;
        DataFolder = dataFolder;
    }

    public NpgsqlDataSource Source { get; }

    public bool IsPrivate => own is not null;

    /// <summary>Where the node keeps files of its own.</summary>
    public string DataFolder { get; }

    /// <summary>Reaches the database, starting the private one where none is named, and brings its schema up to this node's.</summary>
    /// <exception cref="NodeStartException">It cannot be reached or used; the message says why.</exception>
    public static async Task<NodeDatabase> Open(IConfiguration configuration, ILogger logger, CancellationToken cancellationToken)
    {
        var dataFolder = Path.GetFullPath(configuration["DataFolder"] is { Length: > 0 } named ? named : ".data");
        var server = configuration.GetConnectionString(Name);
        var own = string.IsNullOrWhiteSpace(server) ? await PrivatePostgres.Start(dataFolder, cancellationToken) : null;
        if (own?.Notice is { } notice) LogNotice(logger, notice);

        var database = new NodeDatabase(Connect(own?.ConnectionString(PrivatePostgres.Role) ?? server!), own, dataFolder);
        try
        {
            await new SchemaRunner(database.Source).Apply(cancellationToken);
            await using var settle = database.Source.CreateCommand("call settle_change_clock()");
            await settle.ExecuteNonQueryAsync(cancellationToken);
            await PutSeasonDefaults(database.Source, cancellationToken);
            return database;
        }
        catch (Exception failure)
        {
            await database.DisposeAsync();
            if (failure is NpgsqlException) throw new NodeStartException($"The database cannot be reached: {failure.Message}", failure);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
    }

    internal static NpgsqlDataSource Connect(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new(connectionString);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new NodeStartException($"ConnectionStrings:{Name} is not a connection string: {failure.Message}", failure);
        }

        // Statements used again and again are planned once per connection, unless a pooler in between forbids it.
        // Npgsql's own builder "contains" every keyword it knows; only the plain one tells what was written.
        var written = new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString };
        if (!written.ContainsKey("Max Auto Prepare")) settings.MaxAutoPrepare = 100;
        if (!written.ContainsKey("Auto Prepare Min Usages")) settings.AutoPrepareMinUsages = 2;
        if (!written.ContainsKey("Maximum Pool Size")) settings.MaxPoolSize = 40;
        if (!written.ContainsKey("Application Name")) settings.ApplicationName = "suyuan";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>The triggers that count for reports judge bales by the defaults that stand in SeasonPolicy and nowhere else.</summary>
    private static async Task PutSeasonDefaults(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select put_season_defaults($1)");
        command.CommandTimeout = 0; // The first time it counts whole seasons.
        command.Parameters.Add(new()
        {
            Value = JsonSerializer.Serialize(new SeasonPolicy(), StateSerializer.Options),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Notice}")]
    private static partial void LogNotice(ILogger logger, string notice);
}
