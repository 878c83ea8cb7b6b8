using static Suyuan.Sensors.SensorQuantity;

namespace Suyuan.Sensors.Tests;

public sealed class ReadingRulesTests
{
    private static ReadingRules Rules => new(Given.Sensor(AirTemperature, SoilPh).Quantities, Given.Now, 36);

    [Theory]
    [InlineData(-40, false)]
    [InlineData(80, false)]
    [InlineData(-40.0001, true)]
    [InlineData(80.0001, true)]
    [InlineData(-999, true)]
    public void Reading_outside_the_range_is_kept_and_flagged_SR3(double value, bool flagged)
    {
        Assert.Null(Rules.Judge(new("airTemperature", (decimal)value, Given.Now), out var judged));
        Assert.Equal(((decimal)value, flagged), (judged.Value, judged.OutOfRange));
    }

    [Fact]
    public void Clock_may_be_five_minutes_ahead_and_no_more_SR3()
    {
        Assert.Null(Judge(at: Given.Now.AddMinutes(5)));
        Assert.Equal(SensorRefusals.ReadingInFuture(Given.Now.AddMinutes(5)).Code, Judge(at: Given.Now.AddMinutes(5).AddTicks(1))?.Code);
    }

    [Fact]
    public void Reading_of_a_month_that_is_kept_no_longer_is_refused_by_the_calendar_of_China_SR3()
    {
        var oldest = new DateTimeOffset(2023, 11, 1, 0, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal(oldest, ReadingRules.OldestKept(Given.Now, 36));
        Assert.Null(Judge(at: oldest));
        Assert.Equal(SensorRefusals.ReadingTooOld(new(2023, 11, 1)).ToString(), Judge(at: oldest.AddTicks(-1))?.ToString());
        // 16:30 of the last day in Greenwich is the new month in China.
        Assert.Equal(oldest.AddMonths(1), ReadingRules.OldestKept(new(2026, 11, 30, 16, 30, 0, TimeSpan.Zero), 36));
    }

    [Fact]
    public void Sensor_speaks_of_what_it_measures_alone_and_of_nothing_beyond_measure_SR3()
    {
        Assert.Equal(SensorRefusals.UnknownQuantity("rain").ToString(), Judge("rain")?.ToString());
        Assert.Equal(SensorRefusals.UnknownQuantity("AirTemperature").ToString(), Judge("AirTemperature")?.ToString());
        Assert.Equal(SensorRefusals.ValueTooLarge.Code, Judge(value: 100_000_000m)?.Code);
        Assert.Equal(SensorRefusals.ValueTooLarge.Code, Judge(value: decimal.MinValue)?.Code);
    }

    [Fact]
    public void Reading_is_kept_to_four_places_and_to_the_microsecond_SR3()
    {
        Assert.Null(Rules.Judge(new("soilPh", 6.123456m, Given.Now.AddTicks(19)), out var judged));
        Assert.Equal((6.1235m, Given.Now.AddTicks(10)), (judged.Value, judged.At));
    }

    private static Suyuan.Common.Refusal? Judge(string quantity = "airTemperature", decimal value = 20, DateTimeOffset? at = null) =>
        Rules.Judge(new(quantity, value, at ?? Given.Now), out _);
}
