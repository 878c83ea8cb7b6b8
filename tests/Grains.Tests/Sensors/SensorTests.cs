using Suyuan.Accounts;
using Suyuan.Common;
using static Suyuan.Sensors.SensorQuantity;

namespace Suyuan.Sensors.Tests;

public sealed class SensorTests
{
    private static readonly CommandOfSensor ByRecorder = new(Given.Recorder, Given.Enterprise);

    [Fact]
    public void Quantity_has_the_usual_range_unless_the_sensor_says_otherwise_SR3()
    {
        var sensor = new Sensor()
            .Register(Given.Registration(new(SoilPh), new(SoilTemperature, -30), new(AirTemperature, -50, 60)), "hash", Given.Now).Value;

        Assert.Equal(
            [(AirTemperature, "°C", -50m, 60m), (SoilTemperature, "°C", -30m, 50m), (SoilPh, "pH", 3m, 9m)],
            sensor.Quantities.Select(one => (one.Quantity, one.Unit, one.Min, one.Max)));
    }

    [Theory]
    [InlineData(AirTemperature, "°C", -40, 80)]
    [InlineData(RelativeHumidity, "%", 0, 100)]
    [InlineData(Illuminance, "lux", 0, 200_000)]
    [InlineData(CarbonDioxide, "ppm", 0, 5_000)]
    [InlineData(SoilTemperature, "°C", 0, 50)]
    [InlineData(SoilMoisture, "%", 0, 100)]
    [InlineData(SoilConductivity, "mS/cm", 0, 20)]
    [InlineData(SoilPh, "pH", 3, 9)]
    [InlineData(WindSpeed, "m/s", 0, 60)]
    [InlineData(WindDirection, "°", 0, 360)]
    [InlineData(Rain, "mm/min", 0, 4)]
    public void Quantities_have_the_units_and_ranges_of_common_sensors_SR3(SensorQuantity quantity, string unit, int min, int max) =>
        Assert.Equal(new QuantityTraits(quantity, unit, min, max), QuantityTraits.Of(quantity));

    [Fact]
    public void Description_is_refused_by_what_is_wrong_with_it_SR3()
    {
        Refused.With(SensorRefusals.QuantitiesInvalid, Register());
        Refused.With(SensorRefusals.QuantitiesInvalid, Register(new(Rain), new(Rain, 0, 9)));
        Refused.With(SensorRefusals.RangeInvalid(Rain), Register(new(SoilPh), new WantedQuantity(Rain, 4, 4)));
        Refused.With(SensorRefusals.RangeInvalid(Rain), Register(new WantedQuantity(Rain, 5)));
        Refused.With(SensorRefusals.RangeInvalid(Illuminance), Register(new WantedQuantity(Illuminance, 0, 1_000_001)));
        foreach (var name in new[] { "", " ", new string('长', 61), "a\u0001" })
        {
            var described = Given.Described(new WantedQuantity(Rain)) with { Name = name };
            Refused.With(SensorRefusals.NameInvalid, new Sensor().Register(new(Given.Recorder, Given.Enterprise, described), "x", Given.Now));
        }
    }

    [Fact]
    public void Only_people_of_the_enterprise_touch_its_sensors_SC1()
    {
        var sensor = Given.Sensor(Rain);
        var foreign = new CommandOfSensor(Given.Stranger, Given.Enterprise);

        Refused.With(SharedRefusals.NotFound("enterprise"), new Sensor().Register(Given.Registration(new WantedQuantity(Rain)) with { By = Given.Stranger }, "x", Given.Now));
        Refused.With(SharedRefusals.NotFound("sensor"), sensor.RenewKey(foreign, "x", Given.Now));
        Refused.With(SharedRefusals.NotFound("sensor"), sensor.Retire(foreign, Given.Now));
        Refused.With(SharedRefusals.NotFound("sensor"), sensor.Edit(new(Given.Stranger, Given.Enterprise, null, Given.Described(new WantedQuantity(Rain)))));
        Refused.With(SharedRefusals.NotFound("sensor"), sensor.Retire(new(Given.Stranger, Given.Other), Given.Now));
        Refused.With(SharedRefusals.NotFound("sensor"), new Sensor().Retire(ByRecorder, Given.Now));
    }

    [Fact]
    public void Registration_that_lost_its_answer_is_said_again_and_gives_another_key_SR3()
    {
        var sensor = Given.Sensor(Rain);

        var again = sensor.Register(Given.Registration(new WantedQuantity(Rain)), "second", Given.Now.AddMinutes(1)).Value;

        Assert.Equal((2, "second", sensor.RegisteredAt), (again.Revision, again.SecretHash, again.RegisteredAt));
        Refused.With(SensorRefusals.ExistsWithDifferentContent, sensor.Register(Given.Registration(new WantedQuantity(SoilPh)), "x", Given.Now));
        Refused.With(SensorRefusals.ExistsWithDifferentContent, again.Register(Given.Registration(new WantedQuantity(Rain)), "x", Given.Now));
    }

    [Fact]
    public void New_key_ends_the_one_before_and_retirement_ends_it_for_good_SR3()
    {
        var sensor = Given.Sensor(Rain);
        var renewed = sensor.RenewKey(ByRecorder, "second", Given.Now).Value;
        var retired = renewed.Retire(ByRecorder, Given.Now).Value;

        Assert.False(sensor.Check("hash").Refused);
        Refused.With(SessionRefusals.WrongCredentials, renewed.Check("hash"));
        Assert.False(renewed.Check("second").Refused);
        Refused.With(SessionRefusals.WrongCredentials, retired.Check("second"));
        Refused.With(SessionRefusals.WrongCredentials, new Sensor().Check(""));
        Refused.With(SensorRefusals.Retired, retired.RenewKey(ByRecorder, "third", Given.Now));
        Refused.With(SensorRefusals.Retired, retired.Edit(new(Given.Recorder, Given.Enterprise, null, Given.Described(new WantedQuantity(Rain)))));
        Assert.Same(retired, retired.Retire(ByRecorder, Given.Now.AddDays(1)).Value);
    }

    [Fact]
    public void Edit_is_made_on_what_was_read_and_leaves_the_key_alone()
    {
        var sensor = Given.Sensor(Rain);
        var described = Given.Described(new WantedQuantity(Rain), new WantedQuantity(SoilPh));

        var edited = sensor.Edit(new(Given.Recorder, Given.Enterprise, 1, described)).Value;

        Assert.Equal((2, 2, "hash"), (edited.Revision, edited.Quantities.Length, edited.SecretHash));
        Refused.With(SharedRefusals.Stale(2), edited.Edit(new(Given.Recorder, Given.Enterprise, 1, described)));
        Assert.Same(edited, edited.Edit(new(Given.Recorder, Given.Enterprise, 2, described)).Value);
    }

    private static Result<Sensor> Register(params WantedQuantity[] quantities) =>
        new Sensor().Register(Given.Registration(quantities), "hash", Given.Now);
}
