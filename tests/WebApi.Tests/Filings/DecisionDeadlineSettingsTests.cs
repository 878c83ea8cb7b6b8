using Microsoft.Extensions.Configuration;
using Suyuan.Silo.Hosting;

namespace Suyuan.Filings.Tests;

public sealed class DecisionDeadlineSettingsTests
{
    [Fact]
    public void Nothing_said_is_twenty_working_days() =>
        Assert.Equal((20, CountedDays.Working), (Read().Days, Read().Counted));

    [Fact]
    public void Days_their_kind_and_the_state_s_calendar_are_settings()
    {
        var read = Read(
            ("Filings:DecideWithinDays", "10"), ("Filings:CountedDays", "Calendar"), ("Filings:Holidays:0", "2026-10-01"),
            ("Filings:Workdays:0", "2026-10-10"));

        Assert.Equal((10, CountedDays.Calendar), (read.Days, read.Counted));
        Assert.Equal([new DateOnly(2026, 10, 1)], read.Holidays);
        Assert.Equal([new DateOnly(2026, 10, 10)], read.Workdays);
    }

    [Theory]
    [InlineData("Filings:DecideWithinDays", "0")]
    [InlineData("Filings:DecideWithinDays", "366")]
    [InlineData("Filings:DecideWithinDays", "soon")]
    [InlineData("Filings:CountedDays", "lunar")]
    [InlineData("Filings:Holidays:0", "01.10.2026")]
    public void Wrong_setting_is_named(string name, string value) =>
        Assert.Contains(name, Assert.Throws<NodeStartException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    private static DecisionDeadline Read(params (string Name, string Value)[] settings) => DecisionDeadlineSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
