using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Suyuan.Bench;

/// <summary>
/// A process that runs the product as it is, and beside it a bare minimal-API application that answers with bytes that it was given: PF1's
/// baseline. Both have the same runtime, heap and threads, so whatever the machine does slows both.
/// </summary>
internal static class LookupNode
{
    public const string Command = "lookup-node";
    public const string BarePath = "/bare/";

    public static async Task<int> Run(string bareAddress, string[] args)
    {
        await using var bare = Bare(bareAddress);
        await bare.StartAsync();
        var program = Assembly.Load("Suyuan.WebApi").EntryPoint!;
        var code = await Task.Factory.StartNew(
            () => (int)program.Invoke(null, [args])!, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await bare.StopAsync();
        return code;
    }

    private static WebApplication Bare(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var answer = Array.Empty<byte>();
        app.MapPut(BarePath, async (HttpRequest request) =>
        {
            using var given = new MemoryStream();
            await request.Body.CopyToAsync(given);
            answer = given.ToArray();
        });
        app.MapGet(BarePath + "{code}", (string code) => code.Length > 0 ? Results.Bytes(answer, "application/json") : Results.NotFound());
        return app;
    }
}
