namespace Suyuan.Bales.Tests;

public sealed class InspectionTests
{
    [Theory]
    [InlineData("24.0", 25), InlineData("25.9", 25), InlineData("26.0", 26), InlineData("28.2", 28), InlineData("28.9", 28)]
    [InlineData("29.0", 29), InlineData("31.9", 31), InlineData("32.0", 32), InlineData("33.5", 32)]
    public void Length_classes_take_whole_millimetres_ST1(string length, int expected) =>
        Assert.Equal(expected, FibreClasses.LengthOf(decimal.Parse(length, null)));

    [Theory]
    [InlineData("3.4", "C1"), InlineData("3.5", "B1"), InlineData("3.6", "B1"), InlineData("3.7", "A"), InlineData("4.2", "A")]
    [InlineData("4.3", "B2"), InlineData("4.9", "B2"), InlineData("5.0", "C2")]
    public void Micronaire_has_five_levels_ST1(string micronaire, string expected) =>
        Assert.Equal(expected, FibreClasses.MicronaireOf(decimal.Parse(micronaire, null)));

    [Theory]
    [InlineData("31.0", "S1"), InlineData("30.9", "S2"), InlineData("29.0", "S2"), InlineData("28.9", "S3"), InlineData("26.0", "S3")]
    [InlineData("25.9", "S4"), InlineData("24.0", "S4"), InlineData("23.9", "S5")]
    public void Strength_has_five_classes_ST1(string strength, string expected) =>
        Assert.Equal(expected, FibreClasses.StrengthOf(decimal.Parse(strength, null)));

    [Theory]
    [InlineData("86.0", "U1"), InlineData("85.9", "U2"), InlineData("83.0", "U2"), InlineData("82.5", "U3"), InlineData("80.0", "U3")]
    [InlineData("77.0", "U4"), InlineData("76.9", "U5")]
    public void Uniformity_has_five_classes_ST1(string uniformity, string expected) =>
        Assert.Equal(expected, FibreClasses.UniformityOf(decimal.Parse(uniformity, null)));

    [Fact]
    public void There_are_thirteen_colour_grades_ST1()
    {
        var grades = Enumerable.Range(0, 100).Select(code => $"{code:00}").Where(code => ColourGrade.TryParse(code, null, out _));
        Assert.Equal(["11", "12", "13", "14", "21", "22", "23", "24", "31", "32", "33", "41", "51"], grades);
    }

    [Theory]
    [InlineData("白棉3级", "31"), InlineData("淡点污棉2级", "22"), InlineData("淡黄染棉1级", "13"), InlineData("黄染棉2级", "24")]
    public void A_colour_grade_reads_by_its_published_name_ST1(string name, string code) =>
        Assert.Equal(code, ColourGrade.Parse(name, null).Value);

    [Theory]
    [InlineData("黄染棉3级"), InlineData("白棉6级"), InlineData("61"), InlineData(""), InlineData(null)]
    public void Another_colour_grade_does_not_exist_ST1(string? text) => Assert.False(ColourGrade.TryParse(text, null, out _));

    [Fact]
    public void The_published_sample_carries_its_quality_mark_ST1()
    {
        var sample = new Inspection { ColourGrade = new("31"), LengthMm = 28.2m, Micronaire = 4.6m, Strength = 26.4m, Uniformity = 82.5m };
        Assert.Equal(("3128B", "B2", "S3", "U3"), (sample.QualityMark, sample.MicronaireLevel, sample.StrengthClass, sample.UniformityClass));
    }
}
