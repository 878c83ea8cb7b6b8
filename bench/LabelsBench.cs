using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using QRCoder;
using Suyuan.Common;
using Suyuan.Samples;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Bench;

/// <summary>
/// IC1: labels of a hundred thousand codes in each format over HTTP; against what the QR library alone takes for the same symbols on one
/// thread.
/// </summary>
internal static class LabelsBench
{
    private const string Start = "65900100010010000004";
    private static readonly string[] Formats = ["csv", "svg", "png", "pdf"];

    public static async Task<int> Run(bool quick, CancellationToken cancellationToken)
    {
        var codes = quick ? 10_000 : 100_000;
        var folder = BenchNode.NewFolder();
        try
        {
            await using var node = await BenchNode.Start(folder, cancellationToken);
            using var http = new HttpClient { BaseAddress = node.Address, Timeout = TimeSpan.FromMinutes(30) };
            var sheet = await Allocate(http, folder, codes, cancellationToken);
            var urls = await Urls(http, sheet, cancellationToken);
            await Ask(http, $"{sheet}format=pdf&end={Code(codes / 10)}", cancellationToken);
            var alone = Alone(urls);
            foreach (var format in Formats)
            {
                var before = node.MemoryBytes;
                var (first, whole, bytes) = await Ask(http, $"{sheet}format={format}&end={Code(codes - 1)}", cancellationToken);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"labels: {codes} as {format} in {whole:0.0} s, {codes / whole:0}/s · QR library alone {codes / alone:0}/s · ratio "
                    + $"{alone / whole:0.00} · first bytes after {first * 1000:0} ms · {bytes / 1e6:0.0} MB · "
                    + $"node grew by {(node.MemoryBytes - before) / 1024 / 1024} MiB"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The address of the labels of a run that a sample enterprise entered.</summary>
    private static async Task<string> Allocate(HttpClient http, string folder, int codes, CancellationToken cancellationToken)
    {
        var loading = new Loading(http, DemoAccounts.Open(folder), new(TimeProvider.System.GetUtcNow()));
        var enterprise = SampleEnterprise.All[0];
        var regulator = SampleAccounts.OfPlatform.Single(account => account.UserName == SampleAccounts.ProductRegulator);
        loading.Accounts.Add(SampleAccounts.PlatformAccount.ToDemo() with { Password = BenchNode.PlatformPassword });
        loading.Accounts.Add([regulator.ToDemo(), .. SampleEnterprises.AccountsOf(enterprise)]);
        var platform = await loading.As(SampleAccounts.Platform, cancellationToken);
        await AccountStep.Create(loading, platform, regulator, cancellationToken);
        var desk = new EnterpriseDesk(loading, enterprise);
        await FilingStep.Register(loading, desk, cancellationToken);
        await FilingStep.File(loading, desk, cancellationToken);

        var run = await platform.Post(
            $"{desk.Path}/code-allocations",
            new { start = Code(0), end = Code(codes - 1), layout = "checked" },
            cancellationToken);
        var session = await new Api(http).Post(
            "sessions", new { userName = "platform", password = BenchNode.PlatformPassword }, cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.Text("accessToken"));
        return $"api/v1/{desk.Path}/code-allocations/{run.Text("id")}/labels?start={Code(0)}&";
    }

    private static async Task<List<string>> Urls(HttpClient http, string sheet, CancellationToken cancellationToken)
    {
        var list = await http.GetStringAsync(new Uri(sheet + "format=csv", UriKind.Relative), cancellationToken);
        return [.. list.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[(line.IndexOf(',') + 1)..])];
    }

    private static double Alone(List<string> urls)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var url in urls) QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M).Dispose();
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <summary>Seconds to the first byte and to the last, and how many bytes there were.</summary>
    private static async Task<(double First, double Whole, long Bytes)> Ask(
        HttpClient http, string path, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(
            new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var (buffer, bytes, first) = (new byte[64 * 1024], 0L, 0.0);
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; bytes += read)
            if (bytes == 0) first = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return (first, Stopwatch.GetElapsedTime(since).TotalSeconds, bytes);
    }

    private static string Code(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{long.Parse(Start[..^1], CultureInfo.InvariantCulture) + number}");
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{CheckDigit.Of(digits)}");
    }
}
