using System.Collections.Concurrent;
using Npgsql;
using Suyuan.Reliability.Tests;
using static Suyuan.Sensors.Tests.GivenSensor;

namespace Suyuan.Sensors.Tests;

public sealed class ReadingNodeTests
{
    private const int Calls = 60;
    private const int PerCall = 500;
    private static readonly DateTimeOffset First = new(2026, 10, 30, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Killing_the_node_while_sensors_send_loses_no_acknowledged_reading_and_counts_none_twice_RL1()
    {
        await using var node = new NodeApp();
        await node.Start();
        await node.ReachDatabase();
        var sensors = new List<GivenSensor>();
        for (var i = 0; i < 3; i++) sensors.Add(await GivenSensor.Create(node));
        var acknowledged = new ConcurrentDictionary<(string Sensor, int Call), bool>();

        var sending = sensors.Select(sensor => Send(sensor, acknowledged)).ToList();
        while (acknowledged.Count < Calls) await Task.Delay(TimeSpan.FromMilliseconds(1));
        await node.Kill();
        // What was on its way when the node died is either there as a whole or not at all; nothing acknowledged is missing.
        Assert.Equal(0L, await Ask(node, $"select count(*) % {PerCall} from sensor_readings"));
        Assert.True(await Ask(node, "select count(*) from sensor_readings") >= (long)acknowledged.Count * PerCall);
        await node.Start();
        await Task.WhenAll(sending);

        Assert.Equal((long)sensors.Count * Calls * PerCall, await Ask(node, "select count(*) from sensor_readings"));
        foreach (var figures in new[] { "sensor_hours", "sensor_days" })
        {
            Assert.Equal((long)sensors.Count * Calls * PerCall, await Ask(node, $"select sum(readings) from {figures}"));
            Assert.Equal(0L, await Ask(node, $"select count(*) from (select series, sum(sum_value) from {figures} group by 1 except "
                + "select series, sum(value) filter (where not out_of_range) from sensor_readings group by 1) d"));
        }
    }

    /// <summary>As a device does: a call without an answer is sent again.</summary>
    private static async Task Send(GivenSensor sensor, ConcurrentDictionary<(string, int), bool> acknowledged)
    {
        for (var call = 0; call < Calls; call++)
        {
            var readings = Enumerable.Range(call * PerCall, PerCall).Select(i => Reading(First.AddSeconds(i * 10), i % 90)).ToList();
            while (!acknowledged.ContainsKey((sensor.Id, call)))
            {
                try
                {
                    if ((await sensor.Send(readings)).IsSuccessStatusCode) acknowledged[(sensor.Id, call)] = true;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20));
                }
            }
        }
    }

    private static async Task<long> Ask(NodeApp node, string sql)
    {
        await using var command = new NpgsqlCommand(sql, node.Session);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
