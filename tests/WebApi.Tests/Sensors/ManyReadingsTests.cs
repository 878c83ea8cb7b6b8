using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;
using static Suyuan.Sensors.Tests.GivenSensor;

namespace Suyuan.Sensors.Tests;

/// <summary>An application of its own, with a million readings of one sensor: one every half minute for a year.</summary>
public sealed class ManyReadingsTests : IAsyncLifetime, IDisposable
{
    private const int Readings = 1_000_000;
    private static readonly DateTimeOffset First = new(2025, 11, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly SuyuanApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Chart_of_a_day_takes_50_ms_at_most_with_a_million_readings_SR3()
    {
        var sensor = await GivenSensor.Create(app);
        await Fill(sensor);
        var day = "by=hour&from=2026-05-05&to=2026-05-05&quantity=airTemperature";
        var times = new List<TimeSpan>();
        for (var i = 0; i < 40; i++)
        {
            var since = Stopwatch.GetTimestamp();
            var chart = await sensor.Chart(day);
            times.Add(Stopwatch.GetElapsedTime(since));
            Assert.Equal(24, chart.GetProperty("series")[0].GetProperty("points").GetArrayLength());
        }

        // The machine may be busy with other tests: what the middle one takes is what a chart takes.
        Assert.True(times.Order().ElementAt(times.Count / 2) < TimeSpan.FromMilliseconds(50), string.Join(' ', times.Select(time => time.TotalMilliseconds)));
        Assert.Equal(200, (await (await sensor.Farm.Recorder.GetAsync($"{sensor.Path}/readings?limit=200&from=2026-05-05")).Read())
            .GetProperty("items").GetArrayLength());
    }

    private async Task Fill(GivenSensor sensor)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            select sum(stored) from generate_series(0, 99) call cross join lateral (
                select array_agg(n.number), array_agg($2 + make_interval(secs => 30 * (call * 10000 + i))),
                    array_agg((i % 40)::numeric), array_agg(false)
                from generate_series(0, 9999) i, (select number from sensor_series where sensor = $1 and quantity = 'airTemperature') n
            ) a (series, at, value, flag) cross join lateral store_readings(a.series, a.at, a.value, a.flag)
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = sensor.Id });
        command.Parameters.Add(new() { Value = First.ToUniversalTime() });
        Assert.Equal((long)Readings, await command.ExecuteScalarAsync());
    }
}
