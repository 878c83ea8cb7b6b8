using Suyuan.Accounts;
using Suyuan.Attachments.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;

namespace Suyuan.Sensors.Tests;

[Collection(AppCollection.Name)]
public sealed class SensorApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Sensor_is_registered_and_its_key_shown_once_SR3()
    {
        var sensor = await GivenSensor.Create(app);

        var read = await (await sensor.Farm.Recorder.GetAsync(sensor.Path)).Read();

        Assert.StartsWith($"sensor-{sensor.Id}.", GivenSensor.KeyOf(sensor.View), StringComparison.Ordinal);
        Assert.False(read.TryGetProperty("key", out _));
        Assert.Equal("°C", read.GetProperty("quantities")[0].GetProperty("unit").GetString());
        Assert.Equal(-40, read.GetProperty("quantities")[0].GetProperty("min").GetInt32());
        Assert.DoesNotContain("ecretHash", read.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_idempotency_key_makes_one_sensor()
    {
        var farm = await GivenUploader.Create(app);
        var body = new { name = "站", quantities = new[] { new { quantity = "rain" } } };
        var path = $"/api/v1/enterprises/{farm.CreditCode}/sensors";

        var first = await (await farm.Recorder.SendAsync(HttpMethod.Post, path, body, ("Idempotency-Key", "one"))).Read();
        var again = await (await farm.Recorder.SendAsync(HttpMethod.Post, path, body, ("Idempotency-Key", "one"))).Read();

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Single((await (await farm.Recorder.GetAsync(path)).Read()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Sensor_is_edited_on_what_was_read_and_its_versions_are_told()
    {
        var sensor = await GivenSensor.Create(app);
        var body = new { name = "二号棚", quantities = new[] { new { quantity = "rain", min = 0, max = 9 } } };

        await (await sensor.Farm.Recorder.PutAsync(sensor.Path, body)).ShouldBe(428, "common/if-match-required");
        await (await sensor.Farm.Recorder.PutAsync(sensor.Path, body, 7)).ShouldBe(412, "common/stale");
        var edited = await sensor.Farm.Recorder.PutAsync(sensor.Path, body, 1);

        Assert.Equal("\"2\"", edited.Headers.ETag?.Tag);
        Assert.Equal(9, (await edited.Read()).GetProperty("quantities")[0].GetProperty("max").GetInt32());
        await (await sensor.Farm.Recorder.PutAsync(sensor.Path, new { name = "", body.quantities }, 2)).ShouldBe(422, "sensor/name-invalid");
        await (await sensor.Farm.Recorder.PutAsync(sensor.Path, new { name = "x", quantities = Array.Empty<object>() }, 2))
            .ShouldBe(422, "sensor/quantities-invalid");
        await (await sensor.Farm.Recorder.PutAsync(sensor.Path, new { name = "x", quantities = new[] { new { quantity = "noise" } } }, 2))
            .ShouldBe(400, "common/malformed");
        var history = await (await sensor.Farm.Recorder.GetAsync(sensor.Path + "/history")).Read();
        Assert.Equal(2, history.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain(await Secret(sensor), history.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensor_stands_in_a_zone_of_its_enterprise_that_is_in_use()
    {
        var (own, other) = (await GivenProducer.Ready(app), await GivenProducer.Ready(app));
        Task<HttpResponseMessage> In(string zone) => own.Recorder.PostAsync(own.Path + "/sensors", new
        {
            name = "站", zone, quantities = new[] { new { quantity = "rain" } },
        });

        await (await In(other.Zone)).ShouldBe(422, "sensor/unknown-zone");
        await (await In("0123456789abcdef0123")).ShouldBe(422, "sensor/unknown-zone");
        var sensor = await (await In(own.Zone)).Read();
        await own.Execute("update production_zones set retired = true where id = $1", own.Zone);

        await (await In(own.Zone)).ShouldBe(422, "sensor/unknown-zone");
        var kept = await own.Recorder.PutAsync($"{own.Path}/sensors/{sensor.GetProperty("id").GetString()}", new
        {
            name = "新名", zone = own.Zone, quantities = new[] { new { quantity = "rain" } },
        }, 1);
        Assert.Equal(own.Zone, (await kept.Read()).GetProperty("zone").GetString());
    }

    [Fact]
    public async Task New_key_ends_the_old_one_and_retirement_ends_both_SR3()
    {
        var sensor = await GivenSensor.Create(app);
        var renewed = await (await sensor.Farm.Recorder.PostAsync(sensor.Path + "/device-keys", new { })).Read();
        using var device = app.WithDeviceKey(GivenSensor.KeyOf(renewed));
        var body = new { readings = new[] { GivenSensor.Reading(DateTimeOffset.UtcNow, 20) } };

        await (await sensor.Device.PostAsync(GivenSensor.Readings, body)).ShouldBe(401, "common/not-signed-in");
        await (await device.PostAsync(GivenSensor.Readings, body)).ShouldBe(HttpStatus.Ok);
        await (await sensor.Farm.Recorder.PutAsync(sensor.Path + "/retirement", new { })).ShouldBe(HttpStatus.Ok);
        await (await device.PostAsync(GivenSensor.Readings, body)).ShouldBe(401, "common/not-signed-in");
        await (await sensor.Farm.Recorder.PostAsync(sensor.Path + "/device-keys", new { })).ShouldBe(409, "sensor/retired");
        Assert.Single(await sensor.All());
    }

    [Theory]
    [InlineData("sensor-")]
    [InlineData("sensor-0123456789abcdef0123")]
    [InlineData("sensor-0123456789abcdef0123.")]
    [InlineData("sensor-0123456789abcdef0123.secret")]
    [InlineData("sensor-0123456789ABCDEF0123.secret")]
    [InlineData("65001-1.secret")]
    public async Task Key_of_no_sensor_opens_nothing(string key)
    {
        using var device = app.WithDeviceKey(key);
        await (await device.PostAsync(GivenSensor.Readings, new { readings = Array.Empty<object>() })).ShouldBe(401, "common/not-signed-in");
    }

    [Fact]
    public async Task Sensor_and_people_each_have_their_own_door_AC4()
    {
        var sensor = await GivenSensor.Create(app);

        await (await sensor.Device.GetAsync(sensor.Path)).ShouldBe(403, "common/forbidden");
        await (await sensor.Device.GetAsync("/api/v1/me")).ShouldBe(403, "common/forbidden");
        await (await sensor.Farm.Recorder.PostAsync(GivenSensor.Readings, new { readings = Array.Empty<object>() }))
            .ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Sensor_is_there_for_its_enterprise_and_those_who_oversee_it_SC1()
    {
        var sensor = await GivenSensor.Create(app);
        var other = await GivenUploader.Create(app);

        foreach (var path in new[] { sensor.Path, sensor.Path + "/readings", sensor.Path + "/charts", sensor.Path + "/history" })
        {
            await (await (await sensor.Farm.Regulator("330100")).GetAsync(path)).ShouldBe(HttpStatus.Ok);
            await (await (await sensor.Farm.Regulator("320000")).GetAsync(path)).ShouldBe(404, "common/not-found");
            await (await other.Recorder.GetAsync(path)).ShouldBe(404, "common/not-found");
            await (await other.Recorder.GetAsync(path.Replace(sensor.Farm.CreditCode, other.CreditCode, StringComparison.Ordinal)))
                .ShouldBe(404, "common/not-found");
        }

        await (await (await app.As(Role.Regulator, "330106")).PutAsync(sensor.Path + "/retirement", new { })).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task List_tells_when_each_sensor_last_spoke_and_is_exported()
    {
        var sensor = await GivenSensor.Create(app);
        _ = await GivenSensor.Of(sensor.Farm, "rain");
        var at = new DateTimeOffset(2026, 10, 5, 8, 30, 0, TimeSpan.FromHours(8));
        await sensor.Sent(GivenSensor.Reading(at, 20), GivenSensor.Reading(at.AddHours(-5), 20));
        var list = $"/api/v1/enterprises/{sensor.Farm.CreditCode}/sensors";

        var page = await (await sensor.Farm.Recorder.GetAsync($"{list}?limit=1")).Read();
        var rest = await (await sensor.Farm.Recorder.GetAsync($"{list}?limit=1&cursor={page.GetProperty("nextCursor").GetString()}")).Read();
        var items = page.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).ToList();

        Assert.Equal(2, items.Count);
        var spoke = Assert.Single(items, item => item.TryGetProperty("lastReadingAt", out _));
        Assert.Equal(at, spoke.GetProperty("lastReadingAt").GetDateTimeOffset());
        Assert.Contains("空气温度", await sensor.Farm.Recorder.GetStringAsync($"{list}?format=csv"), StringComparison.Ordinal);
    }

    private static Task<string> Secret(GivenSensor sensor) => Task.FromResult(GivenSensor.KeyOf(sensor.View).Split('.')[1]);
}
