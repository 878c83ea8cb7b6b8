using System.Text.Json;
using Suyuan.Common;
using Suyuan.Common.Tests;

namespace Suyuan.Regions.Tests;

/// <summary>Names of administrative divisions; the build has taken them from npm.</summary>
[Collection(AppCollection.Name)]
public sealed class DistrictApiTests(SuyuanApp app)
{
    private const string Districts = "/api/v1/districts";

    [Fact]
    public async Task Provinces_lead_to_prefectures_and_these_to_counties()
    {
        var provinces = await Items("");
        var prefectures = await Items("?parent=330000");
        var counties = await Items("?parent=330100");

        Assert.Equal(34, provinces.Count);
        Assert.Contains(("330000", "浙江省", "浙江省", null, true), provinces);
        Assert.Contains(("330100", "杭州市", "浙江省杭州市", "330000", true), prefectures);
        Assert.Contains(("330106", "西湖区", "浙江省杭州市西湖区", "330100", false), counties);
        Assert.Empty(await Items("?parent=330106"));
        Assert.Contains("110108", (await Items("?parent=110000")).Select(county => county.Code));
    }

    [Fact]
    public async Task Counties_without_a_prefecture_stand_under_a_heading_that_is_no_part_of_their_name() =>
        Assert.Contains(("659002", "阿拉尔市", "新疆维吾尔自治区阿拉尔市", "659000", false), await Items("?q=阿拉尔"));

    [Fact]
    public async Task Divisions_are_found_by_name_and_by_how_their_code_begins_within_the_parent()
    {
        Assert.Equal(["110102", "330106", "360103"], (await Items("?q=西")).Where(found => found.Name is "西城区" or "西湖区").Select(found => found.Code));
        Assert.Equal(["330106"], (await Items("?parent=330000&q=西湖")).Select(found => found.Code));
        Assert.Equal(["330106"], (await Items("?q=330106")).Select(found => found.Code));
        Assert.DoesNotContain("330100", (await Items("?parent=330100&q=3301")).Select(found => found.Code));
        Assert.Empty(await Items("?q=没有这个地方"));
        Assert.Empty(await Items("?parent=339900"));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_and_a_table_of_it_whole()
    {
        var codes = new List<string>();
        for (var next = $"{Districts}?parent=650000&limit=4"; next is not null;)
        {
            var answer = await app.Anonymous.GetAsync(next);
            codes.AddRange((await answer.Read()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!));
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal((await Items("?parent=650000")).Select(item => item.Code), codes);
        var table = await app.Anonymous.GetStringAsync(Districts + "?q=6&format=csv");
        Assert.Contains("659002,阿拉尔市,新疆维吾尔自治区阿拉尔市,659000", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_division_is_had_by_its_code()
    {
        var found = await (await app.Anonymous.GetAsync(Districts + "/330106")).Read();

        Assert.Equal("浙江省杭州市西湖区", found.GetProperty("fullName").GetString());
        await (await app.Anonymous.GetAsync(Districts + "/339999")).ShouldBe(404, "common/not-found");
    }

    [Theory]
    [InlineData("?parent=33")]
    [InlineData("?parent=990000")]
    [InlineData("?parents=330000")]
    [InlineData("?limit=0")]
    [InlineData("?q=%00")]
    public async Task A_query_that_is_none_is_400(string query) => await (await app.Anonymous.GetAsync(Districts + query)).ShouldBe(400);

    [Fact]
    public void Without_the_file_there_are_no_names_and_nothing_breaks()
    {
        var none = Regions.Districts.Read("/no-such-file");

        Assert.Empty(none.List(null, null, new(Limit.Standard), new([])).Items);
        Assert.Null(none.Find(new("330106")));
    }

    private async Task<List<(string Code, string Name, string FullName, string? Parent, bool HasParts)>> Items(string query) =>
        [.. (await (await app.Anonymous.GetAsync($"{Districts}{query}{(query.Length == 0 ? '?' : '&')}limit=200")).Read())
            .GetProperty("items").EnumerateArray().Select(Item)];

    private static (string Code, string Name, string FullName, string? Parent, bool HasParts) Item(JsonElement item) => (
        item.GetProperty("code").GetString()!, item.GetProperty("name").GetString()!, item.GetProperty("fullName").GetString()!,
        item.TryGetProperty("parent", out var parent) ? parent.GetString() : null, item.GetProperty("hasParts").GetBoolean());
}
