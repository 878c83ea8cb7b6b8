using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Regions.Tests;

public sealed class RegionTests
{
    private static readonly Caller Platform = new("admin", Role.Platform, "");
    private static readonly RegionCode Regiment = RegionCode.Parse("08-143", null);

    [Fact]
    public void Regiment_without_its_division_is_refused_RG1()
    {
        var put = new Region().Put(Regiment, new(Platform, "143团"), parentKnown: false);

        Assert.Equal("region/parent-missing", put.Refusal!.Code);
    }

    [Fact]
    public void Code_and_name_are_apart_and_the_code_tells_kind_and_parent_RG1()
    {
        var region = new Region().Put(Regiment, new(Platform, " 石总场 "), parentKnown: true).Value.ToView(Regiment);

        Assert.Equal(("石总场", RegionKind.Regiment, "08"), (region.Name, region.Kind, region.Parent!.Value.Value));
    }

    [Fact]
    public void Same_name_again_changes_nothing_RG1()
    {
        var region = new Region().Put(Regiment, new(Platform, "143团"), parentKnown: true).Value;

        Assert.Same(region, region.Put(Regiment, new(Platform, "143团"), parentKnown: true).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\u0000b")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void Name_has_1_to_60_characters_RG1(string name) =>
        Assert.Equal("region/name-invalid", new Region().Put(Regiment, new(Platform, name), parentKnown: true).Refusal!.Code);

    [Fact]
    public void Only_the_platform_names_regions_RG1() =>
        Assert.Equal(
            RefusalKind.Forbidden,
            new Region().Put(Regiment, new(new("r", Role.Regiment, "08-143"), "143团"), parentKnown: true).Refusal!.Kind);
}
