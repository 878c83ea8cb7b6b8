using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Suyuan.Silo.Engines;
using Suyuan.Silo.Hosting;

namespace Suyuan.Engine.Tests.Storage;

/// <summary>A node in a process of its own, for tests that kill it: this assembly run as a program.</summary>
internal static class NodeProcess
{
    private const string Ready = "ready";

    public static async Task<Process> Start(string dataFolder)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [typeof(NodeProcess).Assembly.Location, dataFolder]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Ready) return process;
        }

        throw new InvalidOperationException($"The node ended with {process.ExitCode} before it was ready.");
    }

    public static async Task<int> Main(string[] arguments)
    {
        var builder = Host.CreateApplicationBuilder(["--DataFolder", arguments[0]]);
        builder.AddSuyuanNode();
        try
        {
            using var host = builder.Build();
            await host.StartAsync();
            Console.WriteLine(Ready);
            await host.WaitForShutdownAsync();
            return 0;
        }
        catch (NodeStartException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
