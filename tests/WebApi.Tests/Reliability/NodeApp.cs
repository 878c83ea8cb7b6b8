using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Suyuan.Common.Tests;
using Suyuan.Silo.Postgres;

namespace Suyuan.Reliability.Tests;

/// <summary>The product as a process of its own, with its own private PostgreSQL, that a test may kill and start again.</summary>
public sealed class NodeApp : TestApp, IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private readonly string folder = Directory.CreateTempSubdirectory("suyuan-kill-").FullName;
    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> said = new();
    private Process? process;
    private PrivatePostgres? postgres;
    private NpgsqlConnection? session;

    public int ProcessId => process!.Id;

    /// <summary>The test's own session, once ReachDatabase made it.</summary>
    public NpgsqlConnection Session => session!;

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public override HttpClient NewClient() => new() { BaseAddress = Address };

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Suyuan.WebApi.dll"), "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DataFolder"] = folder;
        start.Environment["Bootstrap__PlatformPassword"] = PlatformPassword;
        start.Environment["RateLimits__SignIn__PerMinute"] = "1000000";
        start.Environment["RateLimits__LookUp__PerMinute"] = "1000000";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready();
    }

    /// <summary>SIGKILL: nothing of the node runs after this.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the node stops in its own way.</summary>
    public async Task Stop()
    {
        using var asked = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await asked.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    /// <summary>A session of the test's own at the node's server, so that a cut takes no time of its own.</summary>
    public async Task ReachDatabase()
    {
        postgres = await PrivatePostgres.Start(folder, CancellationToken.None);
        session = new NpgsqlConnection(postgres.ConnectionString(PrivatePostgres.Role) + ";Pooling=false");
        await session.OpenAsync();
    }

    /// <summary>PostgreSQL ends every session of the node, in the middle of whatever it does.</summary>
    public async Task CutDatabase()
    {
        await using var cut = new NpgsqlCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'suyuan'", session);
        Assert.True((long)(await cut.ExecuteScalarAsync())! > 0, "The node had no session to cut.");
    }

    public async ValueTask DisposeAsync()
    {
        // The private PostgreSQL goes with the last of its users that is asked to stop, and stays with one that is killed.
        if (process is { HasExited: false }) await Stop();
        if (session is not null) await session.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Ready()
    {
        using var client = NewClient();
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Longest)
        {
            Assert.False(process!.HasExited, $"The node ended while it started: {string.Join('\n', said.TakeLast(20))}");
            try
            {
                if ((await client.GetAsync("health/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        Assert.Fail($"The node was not ready within {Longest}.");
    }

    /// <summary>Below the ports that the system gives to connections: while the node is away, no caller of it may come to sit on its own.</summary>
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(16_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
