using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;
using Suyuan.Lookup.Tests;
using static Suyuan.Sensors.Tests.GivenSensor;

namespace Suyuan.Sensors.Tests;

/// <summary>An application of its own, whose clock is set forward by years.</summary>
public sealed class RetentionTests : IAsyncLifetime, IDisposable
{
    private readonly SuyuanApp app = new() { Settings = new Dictionary<string, string?> { ["Sensors:MonthsKept"] = "3" } };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Months_go_whole_when_their_time_is_over_and_days_stay_SR3()
    {
        var sensor = await GivenSensor.Create(app);
        var now = app.Clock.GetUtcNow();
        var oldest = ReadingRules.OldestKept(now, 3);
        Assert.Equal((3, 0, 0, 1), await sensor.Sent(
            Reading(oldest.AddTicks(-10), 1), Reading(oldest, 2), Reading(oldest.AddMonths(1), 3), Reading(now.AddMinutes(-1), 4)));
        Assert.Empty(await Keep());

        app.Clock.Advance(oldest.AddMonths(4) - oldest.AddMonths(3));
        var gone = await Keep();
        await sensor.Farm.SignInAgain();

        Assert.Equal([$"sensor_readings_{oldest.AddHours(8):yyyy_MM}"], gone);
        Assert.Equal([3m, 4m], (await sensor.All()).Select(reading => reading.GetProperty("value").GetDecimal()));
        Assert.Equal(2L, await Ask<long>("select count(*) from sensor_hours"));
        Assert.Equal(3L, await Ask<long>("select count(*) from sensor_days"));
        Assert.Empty(await Keep());
        Assert.Equal((0, 0, 0, 1), await sensor.Sent(Reading(oldest, 2)));
    }

    [Fact]
    public async Task Room_for_the_months_to_come_is_made_ahead_SR3()
    {
        var next = app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddMonths(2);
        // The node that just started may be at it itself; whoever comes meanwhile leaves it to that.
        await LookupApp.Until(async () =>
        {
            await Keep();
            return await Ask<bool>("select exists (select from pg_inherits where inhparent = 'sensor_readings'::regclass)");
        });

        Assert.Equal($"sensor_readings_{next:yyyy_MM}", await Ask<string>("select max(inhrelid::regclass::text) from pg_inherits "
            + "where inhparent = 'sensor_readings'::regclass"));
    }

    [Fact]
    public async Task Many_sensors_may_begin_a_month_at_once_RL3()
    {
        var sensors = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => GivenSensor.Create(app)));
        var begin = ReadingRules.OldestKept(app.Clock.GetUtcNow(), 2);

        var answers = await Task.WhenAll(sensors.Select(sensor => sensor.Sent(
            Enumerable.Range(0, 2_000).Select(i => Reading(begin.AddMinutes(i * 30), i % 50)))));

        Assert.All(answers, answer => Assert.Equal((2_000, 0, 0, 0), answer));
    }

    private Task<string[]> Keep() => app.Services.GetRequiredService<ReadingKeeper>().Keep(default);

    private async Task<T> Ask<T>(string sql)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
