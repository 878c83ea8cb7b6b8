using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Suyuan.Bench;

/// <summary>PF6: grain calls in process, 64 callers, each with a grain of its own; the best of five rounds after a warm-up.</summary>
internal static class CallsBench
{
    private const int Callers = 64;
    private const int Rounds = 5;
    private const int CallsBetweenLooks = 256;

    public static async Task<int> Run(bool quick, CancellationToken cancellationToken)
    {
        using var host = CallsHost.Create();
        await host.StartAsync(cancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var round = TimeSpan.FromSeconds(quick ? 2 : 5);
        await Call(grains, round, cancellationToken);
        var best = 0.0;
        for (var n = 0; n < Rounds; n++) best = Math.Max(best, await Call(grains, round, cancellationToken));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calls: {best:0}/s, {Callers} callers (PF6: 1,000,000)"));
        await host.StopAsync(cancellationToken);
        return 0;
    }

    private static async Task<double> Call(IGrainFactory grains, TimeSpan time, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        var calls = await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => Task.Run(
            () => Call(grains.GetGrain<IEchoGrain>($"echo-{n}"), since, time), cancellationToken)));
        return calls.Sum() / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<long> Call(IEchoGrain grain, long since, TimeSpan time)
    {
        var calls = 0L;
        while (Stopwatch.GetElapsedTime(since) < time)
        {
            for (var n = 0; n < CallsBetweenLooks; n++) await grain.Echo(n);
            calls += CallsBetweenLooks;
        }

        return calls;
    }
}
