namespace Suyuan.IdentityCodes.Tests;

public sealed class IdentityCodeLayoutTests
{
    [Fact]
    public void Standard_layout_has_district_enterprise_product_unit_and_check_digit_IC1()
    {
        var standard = Given.Layouts.Default;

        Assert.Equal((20, 6, true), (standard.Length, standard.UnitDigits, standard.IsChecked));
        Assert.Equal(
            [CodePartKind.District, CodePartKind.Enterprise, CodePartKind.Product, CodePartKind.Unit, CodePartKind.Check],
            standard.Parts.Select(part => part.Kind));
    }

    [Fact]
    public void Configuration_adds_layouts_and_chooses_the_default_IC1()
    {
        var layouts = new CodeLayouts([new("vendor", "fixed:69 enterprise:5 unit:9")], "vendor");

        Assert.Equal(("vendor", 16), (layouts.Default.Name, layouts.Default.Length));
        Assert.False(layouts.Default.IsChecked);
        Assert.Equal(["checked", "plain", "standard", "vendor"], layouts.All.Select(layout => layout.Name));
        Assert.Throws<FormatException>(() => new CodeLayouts([], "nothing"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("district:6")]
    [InlineData("unit:6 unit:6")]
    [InlineData("unit:6 district:6")]
    [InlineData("check unit:8")]
    [InlineData("unit:7")]
    [InlineData("unit:33")]
    [InlineData("district:7 unit:6")]
    [InlineData("product:3 enterprise:4 unit:6")]
    [InlineData("fixed:6x unit:8")]
    [InlineData("unit:-8")]
    [InlineData("unit:0")]
    [InlineData("3:8")]
    [InlineData("colour:8")]
    [InlineData("check:2 unit:8")]
    public void Layout_that_makes_no_sense_is_not_read_IC1(string text) =>
        Assert.Throws<FormatException>(() => IdentityCodeLayout.Parse("wrong", text));

    [Fact]
    public void Code_fits_by_length_fixed_digits_and_check_digit_IC1()
    {
        var layout = IdentityCodeLayout.Parse("vendor", "fixed:69 unit:7 fixed:12 check".Replace("unit:7 fixed:12", "fixed:12 unit:7", StringComparison.Ordinal));

        Assert.True(layout.Fits(CodeRun.CodeOf(69120000001, 12, true)));
        Assert.False(layout.Fits(CodeRun.CodeOf(69130000001, 12, true)));
        Assert.False(layout.Fits(CodeRun.CodeOf(6912000001, 11, true)));
        Assert.False(layout.Fits(new("691200000010")));
        Assert.True(Given.Layouts.Find(CodeLayouts.Plain)!.Fits(new("691200000010")));
    }
}
