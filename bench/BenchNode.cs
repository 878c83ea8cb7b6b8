using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Suyuan.Bench;

/// <summary>A node as people run it: a process of its own on a free loopback port, with its own folder and private PostgreSQL.</summary>
internal sealed class BenchNode : IAsyncDisposable
{
    public const string PlatformPassword = "bench-only-7f3a9c";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(15);
    private readonly Process process;
    private readonly List<string> lastWords = [];

    private BenchNode(Process process, Uri address, string folder) => (this.process, Address, Folder) = (process, address, folder);

    public Uri Address { get; }

    public string Folder { get; }

    public TimeSpan TimeToReady { get; private set; }

    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("suyuan-bench-").FullName;

    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    public static Task<BenchNode> Start(string folder, CancellationToken cancellationToken) =>
        Start(folder, ["Suyuan.WebApi.dll"], cancellationToken);

    /// <summary>A node whose process answers at another address too, without the product: what look-ups are measured against.</summary>
    public static Task<BenchNode> StartLookups(string folder, Uri bare, CancellationToken cancellationToken) =>
        Start(folder, ["Suyuan.Bench.dll", LookupNode.Command, "--bare", bare.ToString()], cancellationToken);

    private static async Task<BenchNode> Start(string folder, string[] program, CancellationToken cancellationToken)
    {
        var address = FreeAddress();
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, program[0]), .. program[1..]];
        var start = new ProcessStartInfo("dotnet", [.. arguments, "--Urls", address.ToString(), "--DataFolder", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["Bootstrap__PlatformPassword"] = PlatformPassword;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["RateLimits__LookUp__PerMinute"] = "1000000000";
        LetThrough(folder);
        var since = Stopwatch.GetTimestamp();
        var node = new BenchNode(Process.Start(start)!, address, folder);
        node.process.OutputDataReceived += (_, line) => node.Keep(line.Data);
        node.process.ErrorDataReceived += (_, line) => node.Keep(line.Data);
        node.process.BeginOutputReadLine();
        node.process.BeginErrorReadLine();
        await node.Ready(since, cancellationToken);
        node.TimeToReady = Stopwatch.GetElapsedTime(since);
        return node;
    }

    /// <summary>PostgreSQL's unprivileged user must be able to pass through to its own folder.</summary>
    public static void LetThrough(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(null, null)]);
            using var patience = new CancellationTokenSource(LongestStop);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    private async Task Ready(long since, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (!await IsReady(http, cancellationToken))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > LongestStart)
                throw new BenchException(
                    $"The node did not become ready.{Environment.NewLine}{string.Join(Environment.NewLine, lastWords)}");
            await Task.Delay(10, cancellationToken);
        }
    }

    private static async Task<bool> IsReady(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (lastWords)
        {
            lastWords.Add(line);
            if (lastWords.Count > 20) lastWords.RemoveAt(0);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
