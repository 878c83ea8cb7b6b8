using Npgsql;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Postgres;
using Suyuan.Silo.Schema;

namespace Suyuan.Engine.Tests.Storage;

/// <summary>One private PostgreSQL for the whole run; each test class asks it for a database of its own, with the schema applied.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "suyuan_template";

    private readonly string folder = TestFolder.Create();
    private PrivatePostgres? server;
    private int databases;

    public async Task InitializeAsync()
    {
        server = await PrivatePostgres.Start(folder, CancellationToken.None);
        await server.CreateDatabase(Template, CancellationToken.None);
        await using var template = NodeDatabase.Connect(server.ConnectionString(Template) + ";Pooling=false");
        await new SchemaRunner(template).Apply(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public async Task<string> CreateDatabase(bool empty = false)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var source = NpgsqlDataSource.Create(server!.ConnectionString("postgres") + ";Pooling=false");
        await using var create = source.CreateCommand($"create database {name} template {(empty ? "template0" : Template)}");
        await create.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }

    public async Task<NpgsqlDataSource> Open(bool empty = false) => NodeDatabase.Connect(await CreateDatabase(empty));
}

[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "postgres";
}
