using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Suyuan.Samples;

/// <summary>What ./run does once the node's process runs.</summary>
internal static class Start
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static string PlatformPassword(string data)
    {
        var accounts = DemoAccounts.Open(data);
        accounts.Add(SampleAccounts.PlatformAccount.ToDemo());
        return accounts[SampleAccounts.Platform].Password;
    }

    public static async Task<int> Run(Uri url, string data, bool samples, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
        // Whoever looks whether a page answers is no consumer, and is not counted as one.
        http.DefaultRequestHeaders.UserAgent.Add(new("suyuan-samples-bot", "1.0"));
        try
        {
            await Ready(http, cancellationToken);
            var accounts = samples ? await LoadOnce(http, data, cancellationToken) : null;
            await Announcement.Tell(http, accounts, data, cancellationToken);
            return 0;
        }
        catch (Exception told) when (told is SampleException or Collector.CollectorException)
        {
            await Console.Error.WriteLineAsync($"The sample season could not be loaded; the next start goes on with it. {told.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 130;
        }
    }

    private static async Task<DemoAccounts> LoadOnce(HttpClient http, string data, CancellationToken cancellationToken)
    {
        var mark = LoadingMark.Open(data, TimeProvider.System);
        var accounts = DemoAccounts.Open(data);
        if (mark.Complete)
        {
            Console.WriteLine("The sample season is loaded already.");
            return accounts;
        }

        var since = Stopwatch.GetTimestamp();
        Console.WriteLine("Loading the sample season through the API ...");
        await SampleSeason.Load(new(http, accounts, new(mark.Begun)), cancellationToken);
        (mark with { Complete = true }).Write(data);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Loaded in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s."));
        return accounts;
    }

    private static async Task Ready(HttpClient http, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await IsReady(http, cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(since) > LongestStart)
                throw new SampleException($"{http.BaseAddress} is not ready after {LongestStart}.");
            await Task.Delay(BetweenLooks, cancellationToken);
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
}
