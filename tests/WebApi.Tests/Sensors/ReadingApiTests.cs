using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;
using static Suyuan.Sensors.Tests.GivenSensor;

namespace Suyuan.Sensors.Tests;

[Collection(AppCollection.Name)]
public sealed class ReadingApiTests(SuyuanApp app)
{
    private static readonly DateTimeOffset At = new(2026, 10, 5, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Readings_are_kept_flagged_and_refused_one_by_one_SR3()
    {
        var sensor = await GivenSensor.Create(app);

        var answer = await (await sensor.Send(
            Reading(At, 20.5m), Reading(At, 99.9m, "soilPh"), Reading(At, 1, "rain"), Reading(DateTimeOffset.UtcNow.AddMinutes(6), 20),
            Reading(At.AddYears(-4), 20), Reading(At.AddMinutes(1), 1e9m), Reading(At.AddMinutes(2), -999))).Read();

        Assert.Equal((3, 0, 2), (answer.GetProperty("stored").GetInt32(), answer.GetProperty("repeated").GetInt32(), answer.GetProperty("outOfRange").GetInt32()));
        Assert.Equal(
            [(2, "sensor/unknown-quantity"), (3, "sensor/reading-in-future"), (4, "sensor/reading-too-old"), (5, "sensor/value-too-large")],
            answer.GetProperty("refused").EnumerateArray().Select(one => (one.GetProperty("index").GetInt32(), one.GetProperty("code").GetString()!)));
        Assert.Equal(
            ["20.5 °C False", "99.9 pH True", "-999 °C True"],
            (await sensor.All()).Select(one => $"{Number(one, "value")} {one.GetProperty("unit").GetString()} {one.GetProperty("outOfRange").GetBoolean()}"));
    }

    [Fact]
    public async Task Same_reading_again_changes_nothing_and_another_value_for_its_moment_is_refused_SR3()
    {
        var sensor = await GivenSensor.Create(app);
        var readings = new[] { Reading(At, 20), Reading(At.AddSeconds(1), 21), Reading(At, 5, "soilPh") };

        Assert.Equal((3, 0, 0, 0), await sensor.Sent(readings));
        Assert.Equal((0, 3, 0, 0), await sensor.Sent(readings));
        Assert.Equal((1, 1, 0, 1), await sensor.Sent(Reading(At, 20.00001m), Reading(At.AddSeconds(1), 22), Reading(At.AddSeconds(2), 23)));
        Assert.Equal((1, 1, 0, 1), await sensor.Sent(Reading(At.AddHours(1), 1), Reading(At.AddHours(1), 1), Reading(At.AddHours(1), 2)));

        var answer = await (await sensor.Send(Reading(At, 30))).Read();
        Assert.Equal("sensor/reading-differs", answer.GetProperty("refused")[0].GetProperty("code").GetString());
        Assert.Equal(5, (await sensor.All()).Count);
        await RollUpsAgree(sensor);
    }

    [Fact]
    public async Task Ten_thousand_readings_are_taken_at_once_and_one_more_is_not_SR3()
    {
        var sensor = await GivenSensor.Create(app);
        var readings = Enumerable.Range(0, 10_000).Select(i => Reading(At.AddSeconds(i), i % 100)).ToList();

        Assert.Equal((10_000, 0, 1_900, 0), await sensor.Sent(readings));
        Assert.Equal((0, 10_000, 1_900, 0), await sensor.Sent(readings));
        await (await sensor.Send([.. readings, readings[0]])).ShouldBe(422, "sensor/too-many-readings");
        await RollUpsAgree(sensor);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"readings\":null}")]
    [InlineData("{\"readings\":[null]}")]
    [InlineData("{\"readings\":[{\"quantity\":\"airTemperature\",\"value\":1}]}")]
    [InlineData("{\"readings\":[{\"quantity\":\"airTemperature\",\"value\":\"1\",\"at\":\"2026-10-05T08:00:00Z\"}]}")]
    [InlineData("{\"readings\":[{\"quantity\":\"airTemperature\",\"value\":1e999,\"at\":\"2026-10-05T08:00:00Z\"}]}")]
    [InlineData("{\"readings\":[{\"quantity\":\"airTemperature\",\"value\":1,\"at\":\"2026-10-05T08:00:00\"}]}")]
    [InlineData("{\"readings\":[{\"quantity\":\"airTemperature\",\"value\":1,\"at\":\"2026-10-05\"}]}")]
    [InlineData("{\"readings\":[{\"quantity\":\"airTemperature\",\"value\":1,\"at\":1}]}")]
    public async Task Malformed_call_is_400_and_keeps_nothing(string body)
    {
        var sensor = await GivenSensor.Create(app);
        await (await sensor.Device.SendRaw(HttpMethod.Post, Readings, body)).ShouldBe(400, "common/malformed");
        Assert.Empty(await sensor.All());
    }

    [Fact]
    public async Task Months_and_days_change_at_midnight_in_China_SR3()
    {
        var sensor = await GivenSensor.Create(app);
        var midnight = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(8));
        await sensor.Sent(Reading(midnight.AddTicks(-10), 1), Reading(midnight, 2), Reading(midnight.ToUniversalTime().AddHours(15), 3));

        var days = (await sensor.Chart("by=day&from=2026-09-30&to=2026-10-02&quantity=airTemperature")).GetProperty("series")[0].GetProperty("points");
        var parts = await Ask<string>($"select string_agg(tableoid::regclass::text, ' ' order by at) from sensor_readings where {Of(sensor)}");

        Assert.Equal(["1 1", "2 2.5"], days.EnumerateArray().Select(day => $"{Number(day, "readings")} {Number(day, "avg")}"));
        Assert.Equal(midnight, days[1].GetProperty("from").GetDateTimeOffset());
        Assert.Equal("sensor_readings_2026_09 sensor_readings_2026_10 sensor_readings_2026_10", parts);
        Assert.Equal(2, (await sensor.All("&from=2026-10-01&to=2026-10-01")).Count);
        Assert.Single(await sensor.All("&from=2026-09-30T16:00:00Z&to=2026-10-01T08:00:00%2B08:00"));
    }

    [Fact]
    public async Task Roll_ups_say_what_the_raw_rows_say_whatever_came_in_which_order_SR3()
    {
        var sensor = await GivenSensor.Create(app, "airTemperature", "soilPh", "rain");
        var random = new Random(20_261_125);
        string[] quantities = ["airTemperature", "soilPh", "rain"];
        var earlier = new List<object>();
        for (var call = 0; call < 30; call++)
        {
            var fresh = Enumerable.Range(0, random.Next(1, 200)).Select(_ => Reading(
                At.AddDays(-random.Next(70)).AddMinutes(random.Next(0, 1440)), Math.Round((decimal)random.NextDouble() * 130 - 45, 5),
                quantities[random.Next(3)])).ToList();
            await sensor.Sent([.. fresh, .. earlier.Skip(random.Next(earlier.Count + 1)).Take(50)]);
            earlier.AddRange(fresh);
        }

        await RollUpsAgree(sensor);
    }

    [Fact]
    public async Task Calls_that_overlap_at_the_same_time_keep_each_reading_once_RL3()
    {
        var sensor = await GivenSensor.Create(app);
        var calls = Enumerable.Range(0, 16).Select(call =>
        {
            var readings = Enumerable.Range(call * 20, 5_000).Select(i => Reading(At.AddSeconds(i * 30), i % 80)).ToList();
            if (call % 2 == 1) readings.Reverse();
            return sensor.Sent(readings);
        });

        var answers = await Task.WhenAll(calls);

        Assert.All(answers, answer => Assert.Equal((5_000, 0), (answer.Stored + answer.Repeated, answer.Refused)));
        Assert.Equal(5_300, answers.Sum(answer => answer.Stored));
        await RollUpsAgree(sensor);
    }

    [Fact]
    public async Task Of_two_values_for_one_moment_at_the_same_time_one_stands_RL3()
    {
        var sensor = await GivenSensor.Create(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(value => sensor.Sent(Reading(At, value))));

        Assert.Equal(1, answers.Sum(answer => answer.Stored));
        Assert.Equal(11, answers.Sum(answer => answer.Refused));
        await RollUpsAgree(sensor);
    }

    [Fact]
    public async Task Pages_come_in_the_order_of_time_without_gap_or_repetition_and_are_exported()
    {
        var sensor = await GivenSensor.Create(app);
        var readings = Enumerable.Range(0, 260).SelectMany(i => new[] { Reading(At.AddHours(i), i % 50), Reading(At.AddHours(i), 7, "soilPh") });
        await sensor.Sent(readings);

        var all = await sensor.All();
        var one = await sensor.All("&quantity=soilPh");
        var csv = await sensor.Farm.Recorder.GetStringAsync($"{sensor.Path}/readings?format=csv&quantity=airTemperature");

        Assert.Equal(520, all.DistinctBy(item => item.GetRawText()).Count());
        Assert.Equal(all.Select(Time).Order(), all.Select(Time));
        Assert.Equal(260, one.Count);
        Assert.Equal(261, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Chart_shows_believable_values_and_counts_the_others_SR3()
    {
        var sensor = await GivenSensor.Create(app);
        await sensor.Sent(
            Reading(At, 10), Reading(At.AddMinutes(59), 13), Reading(At.AddMinutes(30), -999), Reading(At.AddHours(1), 500),
            Reading(At.AddHours(3), 7));

        var chart = await sensor.Chart("by=hour&from=2026-10-05T08:00:00%2B08:00&to=2026-10-05T11:00:00%2B08:00&quantity=airTemperature");
        var points = chart.GetProperty("series")[0].GetProperty("points");
        var csv = await sensor.Farm.Recorder.GetStringAsync($"{sensor.Path}/charts?by=day&from=2026-10-05&format=csv");

        Assert.Equal(2, points.GetArrayLength());
        Assert.Equal((3m, 1m, 10m, 13m, 11.5m), (
            Number(points[0], "readings"), Number(points[0], "outOfRange"), Number(points[0], "min"), Number(points[0], "max"), Number(points[0], "avg")));
        Assert.False(points[1].TryGetProperty("avg", out _));
        Assert.Contains("10,7,13,10,5,2".Split(',')[0], csv, StringComparison.Ordinal);
        Assert.Equal(2, (await sensor.Chart("")).GetProperty("series").GetArrayLength());
        await (await sensor.Farm.Recorder.GetAsync($"{sensor.Path}/charts?by=hour&from=2026-01-01&to=2026-03-01")).ShouldBe(422, "sensor/chart-too-long");
        foreach (var query in new[] { "by=week", "from=yesterday", "from=2026-10-05T08:00:00", "quantity=noise", "to=9999-12-31", "step=1" })
            await (await sensor.Farm.Recorder.GetAsync($"{sensor.Path}/charts?{query}")).ShouldBe(400);
    }

    private async Task RollUpsAgree(GivenSensor sensor)
    {
        const string Figures = "count(*) as readings, count(*) filter (where out_of_range) as out_of_range, "
            + "min(value) filter (where not out_of_range) as min_value, max(value) filter (where not out_of_range) as max_value, "
            + "coalesce(sum(value) filter (where not out_of_range), 0) as sum_value";
        foreach (var (raw, kept) in new[]
        {
            ($"select series, date_trunc('hour', at), {Figures}, max(at) from sensor_readings where {Of(sensor)} group by 1, 2", "sensor_hours"),
            ($"select series, (at at time zone 'Asia/Shanghai')::date, {Figures} from sensor_readings where {Of(sensor)} group by 1, 2", "sensor_days"),
        })
        {
            var differing = await Ask<long>($"""
                select count(*) from (
                    (({raw}) except select * from {kept} where {Of(sensor)}) union all (select * from {kept} where {Of(sensor)} except ({raw}))) d
                """);
            Assert.True(differing == 0, $"{differing} rows of {kept} differ from the readings.");
        }
    }

    private static string Of(GivenSensor sensor) => $"series in (select number from sensor_series where sensor = '{sensor.Id}')";

    private static decimal Number(JsonElement item, string member) => item.GetProperty(member).GetDecimal();

    private static DateTimeOffset Time(JsonElement item) => item.GetProperty("at").GetDateTimeOffset();

    private async Task<T> Ask<T>(string sql)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
