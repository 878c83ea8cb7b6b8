using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Suyuan.Samples;

namespace Suyuan.Bench;

/// <summary>
/// SR3: a million readings of eight sensors over HTTP, ten thousand a call, against one COPY of the same rows into a table with the same
/// key; then charts of a day.
/// </summary>
internal static class SensorsBench
{
    private const string Enterprise = "91330100799655058B";
    private const string Password = "bench-only-5d20c1";
    private const int Sensors = 8;
    private const int PerCall = 10_000;
    private const int Charts = 200;
    private const string Columns = "series int, at timestamptz, value numeric(12, 4), out_of_range boolean, primary key (series, at)";

    // Half a minute apart, a sensor's readings reach over six weeks.
    private static readonly DateTimeOffset First = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> Run(bool quick, CancellationToken cancellationToken)
    {
        var readings = quick ? 100_000 : 1_000_000;
        var folder = BenchNode.NewFolder();
        try
        {
            var pgbench = new PgBench(folder);
            await using (await BenchNode.Start(folder, cancellationToken)) await pgbench.Prepare(cancellationToken);
            await using var node = await BenchNode.Start(folder, cancellationToken);
            using var http = new HttpClient { BaseAddress = node.Address, Timeout = TimeSpan.FromMinutes(10) };
            var recorder = await Recorder(http, cancellationToken);
            var sensors = new List<(string Id, string Key)>();
            for (var i = 0; i < Sensors; i++) sensors.Add(await Sensor(recorder, i, cancellationToken));
            var file = await File(folder, readings, cancellationToken);
            var calls = Enumerable.Range(0, Sensors).Select(sensor => Calls(sensor, readings / Sensors).ToList()).ToList();

            var before = await pgbench.Copy("baseline_before", Columns, file, cancellationToken);
            var since = Stopwatch.GetTimestamp();
            await Task.WhenAll(sensors.Select((sensor, i) => Send(http, sensor.Key, calls[i], cancellationToken)));
            var sent = Stopwatch.GetElapsedTime(since).TotalSeconds;
            var after = await pgbench.Copy("baseline_after", Columns, file, cancellationToken);
            var charts = await Ask(recorder, sensors[0].Id, cancellationToken);
            Tell(readings, sent, (before + after) / 2, charts, node.MemoryBytes);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Api> Recorder(HttpClient http, CancellationToken cancellationToken)
    {
        var platform = await new Api(http).SignIn("platform", BenchNode.PlatformPassword, cancellationToken);
        await platform.Post(
            "accounts",
            new
            {
                userName = "recorder", password = Password, displayName = "记录员",
                roles = new[] { new { role = "recorder", scope = Enterprise } },
            },
            cancellationToken);
        return await new Api(http).SignIn("recorder", Password, cancellationToken);
    }

    private static async Task<(string Id, string Key)> Sensor(Api recorder, int number, CancellationToken cancellationToken)
    {
        var made = await recorder.Post(
            $"enterprises/{Enterprise}/sensors",
            new { name = $"{number} 号", quantities = new[] { new { quantity = "airTemperature" } } },
            cancellationToken);
        return (made.Text("id"), made.Text("key"));
    }

    private static DateTimeOffset At(int reading) => First.AddSeconds(30.0 * reading);

    private static decimal Value(int sensor, int reading) => Math.Round(15 + 10 * (decimal)Math.Sin(reading / 458.0) + sensor, 2);

    private static async Task<string> File(string folder, int readings, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "readings.csv");
        var rows = from reading in Enumerable.Range(0, readings / Sensors)
                   from sensor in Enumerable.Range(0, Sensors)
                   select string.Create(CultureInfo.InvariantCulture, $"{sensor},{At(reading):O},{Value(sensor, reading)},f");
        await System.IO.File.WriteAllLinesAsync(path, rows, cancellationToken);
        return path;
    }

    /// <summary>Bodies are made before the clock runs: a device would have made them too.</summary>
    private static IEnumerable<byte[]> Calls(int sensor, int readings)
    {
        for (var from = 0; from < readings; from += PerCall)
        {
            var body = new StringBuilder("{\"readings\":[");
            for (var i = from; i < Math.Min(from + PerCall, readings); i++)
            {
                var comma = i == from ? "" : ",";
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"{comma}{{\"quantity\":\"airTemperature\",\"value\":{Value(sensor, i)},\"at\":\"{At(i):yyyy-MM-ddTHH:mm:ssZ}\"}}");
            }

            yield return Encoding.UTF8.GetBytes(body.Append("]}").ToString());
        }
    }

    private static async Task Send(HttpClient http, string key, List<byte[]> calls, CancellationToken cancellationToken)
    {
        foreach (var call in calls)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/sensor-readings") { Content = new ByteArrayContent(call) };
            request.Headers.Add("X-Device-Key", key);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK || !text.Contains("\"refused\":[]", StringComparison.Ordinal))
                throw new BenchException($"{answer.StatusCode}: {text[..Math.Min(text.Length, 500)]}");
        }
    }

    /// <summary>The time of the chart that 95 of 100 do not exceed, in milliseconds.</summary>
    private static async Task<double> Ask(Api recorder, string sensor, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var i = 0; i < Charts; i++)
        {
            var since = Stopwatch.GetTimestamp();
            var day = $"2026-09-{i % 20 + 1:00}";
            await recorder.Get($"enterprises/{Enterprise}/sensors/{sensor}/charts?by=hour&from={day}&to={day}", cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return times.Order().ElementAt(Charts * 95 / 100);
    }

    private static void Tell(int readings, double sent, double copied, double chart, long memory) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"sensors: {readings} readings in {sent:0.0} s, {readings / sent:0}/s · COPY {readings / copied:0}/s · ratio {copied / sent:0.00} "
        + $"· a day's chart p95 {chart:0.0} ms (SR3: 50) · node {memory / 1024 / 1024} MiB"));
}
