using System.Data;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Suyuan.Engine.Tests.Storage;

/// <summary>The registered query texts, executed with the parameters (names, types, nulls) that the ADO.NET grain storage binds.</summary>
public sealed class OrleansQueryTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task Record_is_written_read_and_written_again()
    {
        Assert.Equal(1, await Write("q", null, "first"));
        Assert.Equal(2, await Write("q", 1, "second"));

        var (payload, version) = await Read("q") ?? throw new InvalidOperationException("No row.");

        Assert.Equal(2, version);
        Assert.Equal("second", JsonDocument.Parse(payload!).RootElement.GetProperty("name").GetString());
        Assert.Equal("provider", await Ask<string>("select actor from grain_history where key = 'q' and version = 2"));
    }

    [Fact]
    public async Task Both_engines_see_one_record()
    {
        await Write("both", New("embedded"));

        Assert.Equal(2, await Write("both", 1, "orleans"));
        Assert.Equal("orleans", (await base.Read("both")).State.Name);
    }

    [Fact]
    public async Task Unknown_record_gives_no_row() => Assert.Null(await Read("nobody"));

    [Fact]
    public async Task Version_conflict_gives_null()
    {
        await Write("w", null, "first");

        Assert.Null(await Write("w", null, "again as new"));
        Assert.Null(await Write("w", 7, "outdated"));
    }

    [Theory]
    [InlineData("ClearStorageKey")]
    [InlineData("DeleteStorageKey")]
    public async Task Cleared_record_keeps_its_version_and_may_be_written_anew(string query)
    {
        await Write("z", null, "first");

        Assert.Equal("", await Clear(query, "z", 5));
        Assert.Equal("2", await Clear(query, "z", 1));

        var cleared = await Read("z") ?? throw new InvalidOperationException("No row.");
        Assert.Null(cleared.Payload);
        Assert.Equal(2, cleared.Version);
        Assert.Equal(3, await Write("z", query == "ClearStorageKey" ? 2 : null, "anew"));
    }

    private async Task<int?> Write(string key, int? version, string name)
    {
        var payload = Encoding.UTF8.GetBytes($$$"""{"actor": "provider", "reason": null, "state": {"name": "{{{name}}}"}}""");
        await using var reader = await Execute("WriteToStorageKey", key,
            Parameter("GrainStateVersion", version, DbType.Int32), Parameter("PayloadBinary", payload, DbType.Binary));
        Assert.True(await reader.ReadAsync());
        var column = reader.GetOrdinal("NewGrainStateVersion");
        return await reader.IsDBNullAsync(column) ? null : reader.GetInt32(column);
    }

    private new async Task<(byte[]? Payload, int? Version)?> Read(string key)
    {
        await using var reader = await Execute("ReadFromStorageKey", key);
        if (!await reader.ReadAsync()) return null;
        var payload = reader.GetValue(reader.GetOrdinal("PayloadBinary")) as byte[];
        var version = reader.GetInt32(reader.GetOrdinal("Version"));
        Assert.False(await reader.ReadAsync());
        return (payload, version);
    }

    private async Task<string?> Clear(string query, string key, int? version)
    {
        await using var reader = await Execute(query, key, Parameter("GrainStateVersion", version, DbType.Int32));
        Assert.True(await reader.ReadAsync());
        return reader.GetValue(0).ToString();
    }

    private async Task<NpgsqlDataReader> Execute(string query, string key, params NpgsqlParameter[] more)
    {
        var text = await Ask<string>($"select querytext from orleansquery where querykey = '{query}'");
        var command = new NpgsqlCommand(text, await Database.OpenConnectionAsync());
        command.Parameters.AddRange(new[]
        {
            Parameter("GrainIdHash", 17, DbType.Int32),
            Parameter("GrainIdN0", 0L, DbType.Int64),
            Parameter("GrainIdN1", 0L, DbType.Int64),
            Parameter("GrainTypeHash", 18, DbType.Int32),
            Parameter("GrainTypeString", Kind, DbType.String),
            Parameter("GrainIdExtensionString", key, DbType.String),
            Parameter("ServiceId", "suyuan", DbType.String),
        });
        command.Parameters.AddRange(more);
        return await command.ExecuteReaderAsync(CommandBehavior.CloseConnection);
    }

    private static NpgsqlParameter Parameter(string name, object? value, DbType type) =>
        new() { ParameterName = name, Value = value ?? DBNull.Value, DbType = type };
}
