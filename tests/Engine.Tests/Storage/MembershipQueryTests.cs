using System.Data;
using Npgsql;

namespace Suyuan.Engine.Tests.Storage;

/// <summary>The cluster's query texts, executed with the parameters that the ADO.NET clustering provider binds.</summary>
public sealed class MembershipQueryTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private const int Joining = 2;
    private const int Active = 3;
    private const int Dead = 6;

    private static readonly DateTime Start = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Every_query_the_providers_ask_for_is_registered()
    {
        var keys = await Ask<string[]>("select array_agg(querykey::text) from orleansquery");

        Assert.Subset(keys!.ToHashSet(), new HashSet<string>
        {
            "WriteToStorageKey", "ReadFromStorageKey", "ClearStorageKey", "DeleteStorageKey", "GatewaysQueryKey", "MembershipReadRowKey",
            "MembershipReadAllKey", "InsertMembershipVersionKey", "InsertMembershipKey", "UpdateMembershipKey", "UpdateIAmAlivetimeKey",
            "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey", "CleanupDefunctSiloEntryKey",
        });
    }

    [Fact]
    public async Task Version_row_is_made_once()
    {
        Assert.True(await True("InsertMembershipVersionKey"));
        Assert.False(await True("InsertMembershipVersionKey"));

        var row = Assert.Single(await Rows("MembershipReadAllKey"));
        Assert.Equal(0, row["version"]);
        Assert.Equal(DBNull.Value, row["starttime"]);
    }

    [Fact]
    public async Task Silo_joins_only_at_the_version_it_read_and_only_once()
    {
        await True("InsertMembershipVersionKey");

        Assert.False(await Join(generation: 1, version: 4));
        Assert.True(await Join(generation: 1, version: 0));
        Assert.False(await Join(generation: 1, version: 1));
        Assert.True(await Join(generation: 2, version: 1));

        var rows = await Rows("MembershipReadAllKey");
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(2, row["version"]));
        Assert.Equal(Start, rows[0]["starttime"]);
    }

    [Fact]
    public async Task Single_row_read_gives_the_version_also_without_the_silo()
    {
        await True("InsertMembershipVersionKey");
        await Join(generation: 1, version: 0);

        Assert.Equal("silo-1", Assert.Single(await Rows("MembershipReadRowKey", Silo(1)))["siloname"]);
        var missing = Assert.Single(await Rows("MembershipReadRowKey", Silo(9)));
        Assert.Equal((DBNull.Value, 1), (missing["starttime"], missing["version"]));
    }

    [Fact]
    public async Task Update_moves_status_and_version_together()
    {
        await True("InsertMembershipVersionKey");
        await Join(generation: 1, version: 0);

        Assert.False(await Update(generation: 1, Active, version: 0));
        Assert.True(await Update(generation: 1, Active, version: 1));
        Assert.False(await Update(generation: 9, Active, version: 2));

        var gateway = Assert.Single(await Rows("GatewaysQueryKey", [Int("Status", Active)]));
        Assert.Equal(("10.0.0.1", 30000, 1), (gateway["address"], gateway["proxyport"], gateway["generation"]));
        Assert.Equal(2, (await Rows("MembershipReadAllKey"))[0]["version"]);
    }

    [Fact]
    public async Task Silo_says_it_is_alive()
    {
        await True("InsertMembershipVersionKey");
        await Join(generation: 1, version: 0);

        await Rows("UpdateIAmAlivetimeKey", [.. Silo(1), Time("IAmAliveTime", Start.AddHours(1))]);

        Assert.Equal(Start.AddHours(1), Assert.Single(await Rows("MembershipReadAllKey"))["iamalivetime"]);
    }

    [Fact]
    public async Task Defunct_silos_are_cleaned_up_and_active_ones_stay()
    {
        await True("InsertMembershipVersionKey");
        for (var generation = 1; generation <= 3; generation++) await Join(generation, version: generation - 1);
        await Update(generation: 1, Dead, version: 3);
        await Update(generation: 2, Active, version: 4);
        await Update(generation: 3, Dead, version: 5);

        await Rows("CleanupDefunctSiloEntryKey",
            [.. Silo(1), Text("SuspectTimes", "changed since"), Time("StartTime", Start), Time("IAmAliveTime", Start)]);
        Assert.Equal(3, (await Rows("MembershipReadAllKey")).Count);
        await Rows("CleanupDefunctSiloEntryKey",
            [.. Silo(1), Text("SuspectTimes", null), Time("StartTime", Start), Time("IAmAliveTime", Start)]);
        Assert.Equal(2, (await Rows("MembershipReadAllKey")).Count);
        await Rows("CleanupDefunctSiloEntriesKey", [Time("IAmAliveTime", Start.AddMinutes(1))]);
        Assert.Equal(2, Assert.Single(await Rows("MembershipReadAllKey"))["generation"]);

        await Rows("DeleteMembershipTableEntriesKey");
        Assert.Empty(await Rows("MembershipReadAllKey"));
    }

    private Task<bool> Join(int generation, int version) => True("InsertMembershipKey",
    [
        Time("IAmAliveTime", Start), Text("SiloName", $"silo-{generation}"), Text("HostName", "host"), .. Silo(generation),
        Time("StartTime", Start), Int("Status", Joining), Int("ProxyPort", 30000), Int("Version", version),
    ]);

    private Task<bool> Update(int generation, int status, int version) => True("UpdateMembershipKey",
        [.. Silo(generation), Time("IAmAliveTime", Start), Int("Status", status), Text("SuspectTimes", null), Int("Version", version)]);

    private static NpgsqlParameter[] Silo(int generation) =>
    [
        new() { ParameterName = "Address", Value = "10.0.0.1", DbType = DbType.AnsiString },
        Int("Port", 11111), Int("Generation", generation),
    ];

    private async Task<bool> True(string query, NpgsqlParameter[]? parameters = null) =>
        Convert.ToBoolean(Assert.Single(Assert.Single(await Rows(query, parameters)).Values), null);

    private async Task<List<Dictionary<string, object>>> Rows(string query, NpgsqlParameter[]? parameters = null)
    {
        var text = await Ask<string>($"select querytext from orleansquery where querykey = '{query}'");
        await using var command = Database.CreateCommand(text!);
        command.Parameters.Add(Text("DeploymentId", "cluster"));
        command.Parameters.AddRange(parameters ?? []);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        return rows;
    }

    private static NpgsqlParameter Text(string name, string? value) =>
        new() { ParameterName = name, Value = (object?)value ?? DBNull.Value, DbType = DbType.String };

    private static NpgsqlParameter Int(string name, int value) => new() { ParameterName = name, Value = value, DbType = DbType.Int32 };

    private static NpgsqlParameter Time(string name, DateTime value) =>
        new() { ParameterName = name, Value = value, DbType = DbType.DateTime };
}
