using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Suyuan.Common;
using Suyuan.Silo.Engines;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Postgres;

namespace Suyuan.Engine.Tests.Storage;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly string folder = TestFolder.Create();

    private bool IsRunning => File.Exists(Path.Combine(folder, "postgres", "cluster", "postmaster.pid"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Node_starts_and_stops_its_own_database()
    {
        using (var host = Node())
        {
            await host.StartAsync();
            var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
            Assert.Equal(HealthStatus.Healthy, health.Entries["storage"].Status);
            Assert.StartsWith("h", host.Services.GetRequiredService<IPersonalData>().Hash("x"), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                var mode = File.GetUnixFileMode(Path.Combine(folder, "personal-data.json"));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
            }

            await host.StopAsync();
        }

        Assert.False(IsRunning);
    }

    [Fact]
    public async Task Personal_data_keys_and_rows_outlive_a_restart()
    {
        string hash;
        using (var first = Node())
        {
            hash = first.Services.GetRequiredService<IPersonalData>().Hash("x");
            await using var command = first.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select add_grain_kind('kept')");
            await command.ExecuteNonQueryAsync();
        }

        var watch = Stopwatch.StartNew();
        using var second = Node();
        await second.StartAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"Starting over took {watch.Elapsed}.");
        await using var ask = second.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select 1 from grain_kinds where kind = 'kept'");
        Assert.NotNull(await ask.ExecuteScalarAsync());
        Assert.Equal(hash, second.Services.GetRequiredService<IPersonalData>().Hash("x"));
    }

    [Fact]
    public async Task Database_survives_the_kill_of_its_node_and_serves_the_next_one()
    {
        using var node = await NodeProcess.Start(folder);
        var before = ServerProcess();
        node.Kill();
        await node.WaitForExitAsync();

        using (var next = Node())
        {
            await next.StartAsync();
            Assert.Equal(before, ServerProcess());
            await next.StopAsync();
        }

        Assert.False(IsRunning);
    }

    [Fact]
    public async Task Node_that_stops_leaves_the_database_to_the_other_one()
    {
        using var other = Node();
        await other.StartAsync();
        using (var node = Node()) await node.StartAsync();

        var health = await other.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Healthy, health.Status);
    }

    [Fact]
    public async Task Wrong_setting_is_a_clear_message()
    {
        using var unreachable = Node("--ConnectionStrings:Suyuan", $"Host={folder}/nowhere;Timeout=1");
        var absent = await Assert.ThrowsAsync<NodeStartException>(() => unreachable.StartAsync());
        Assert.Contains("cannot be reached", absent.Message, StringComparison.Ordinal);

        using var nonsense = Node("--ConnectionStrings:Suyuan", "Hos=t");
        var wrong = await Assert.ThrowsAsync<NodeStartException>(() => nonsense.StartAsync());
        Assert.Contains("not a connection string", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configured_server_without_keys_for_personal_data_is_refused()
    {
        await using var server = await PrivatePostgres.Start(folder, CancellationToken.None);
        using var node = Node("--ConnectionStrings:Suyuan", server.ConnectionString(PrivatePostgres.Role));

        var refused = await Assert.ThrowsAsync<NodeStartException>(() => node.StartAsync());

        Assert.Contains("PersonalData is not configured", refused.Message, StringComparison.Ordinal);
    }

    private IHost Node(params string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(["--DataFolder", folder, .. settings]);
        builder.AddSuyuanNode();
        return builder.Build();
    }

    private string ServerProcess() => File.ReadLines(Path.Combine(folder, "postgres", "cluster", "postmaster.pid")).First();

}
