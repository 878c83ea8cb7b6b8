using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.TraceUnits.Tests;

namespace Suyuan.Regions.Tests;

[Collection(AppCollection.Name)]
public sealed class RegionApiTests(SuyuanApp app)
{
    private const string Imports = "/api/v1/regions/imports";

    [Fact]
    public async Task Hierarchy_is_imported_in_any_order_and_twice_changes_nothing_RG1()
    {
        var platform = await app.As(Role.Platform);
        const string File = "code,name\n11-001-001,一连\n11,第十一师\n11-001,一团\n";

        var first = await (await GivenRegiment.Import(platform, Imports, File)).Read();
        var second = await (await GivenRegiment.Import(platform, Imports, File)).Read();
        var renamed = await (await GivenRegiment.Import(platform, Imports, "编码,名称\n11-001,石总场\n")).Read();

        Assert.Equal((3, 3, 1),
            (first.GetProperty("created").GetInt32(), second.GetProperty("unchanged").GetInt32(), renamed.GetProperty("changed").GetInt32()));
        var children = (await (await platform.GetAsync("/api/v1/regions?parent=11")).Read()).GetProperty("items");
        var regiment = Assert.Single(children.EnumerateArray());
        Assert.Equal(("11-001", "石总场", "regiment", "11"), (Text(regiment, "code"), Text(regiment, "name"), Text(regiment, "kind"), Text(regiment, "parent")));
        Assert.Single((await (await platform.GetAsync("/api/v1/regions?q=石总")).Read()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Row_without_its_parent_keeps_the_file_out_RG1()
    {
        var platform = await app.As(Role.Platform);
        const string File = "编码,名称\n12,第十二师\n12-001-001,一连\nX,错\n12,另一个名字\n12-002,\n";

        var problem = await (await GivenRegiment.Import(platform, Imports, File)).ShouldBe(422, "table/rows-refused");

        Assert.Equal(
            [(3, "region/parent-missing"), (4, "region/code-invalid"), (5, "region/twice"), (6, "region/name-invalid")],
            problem.GetProperty("rows").EnumerateArray().Select(row => (row.GetProperty("row").GetInt32(), Text(row, "code"))).Order());
        Assert.Empty((await (await platform.GetAsync("/api/v1/regions?q=第十二师")).Read()).GetProperty("items").EnumerateArray());

        var dry = await (await GivenRegiment.Import(platform, Imports + "?dryRun=true", File)).Read();
        Assert.Equal((1, 4), (dry.GetProperty("created").GetInt32(), dry.GetProperty("refused").GetInt32()));
        Assert.Empty((await (await platform.GetAsync("/api/v1/regions?q=第十二师")).Read()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Only_the_platform_imports_and_anybody_reads_RG1()
    {
        await (await GivenRegiment.Import(await app.As(Role.Regiment, "06-999"), Imports, "编码,名称\n")).ShouldBe(403, "common/forbidden");
        await (await GivenRegiment.Import(app.Anonymous, Imports, "编码,名称\n")).ShouldBe(401, "common/not-signed-in");
        await (await GivenRegiment.Import(await app.As(Role.Platform), Imports, "编码,名称\n13,第十三师\n")).ShouldBe(HttpStatus.Ok);

        var read = await (await app.Anonymous.GetAsync("/api/v1/regions?q=第十三师")).Read();

        Assert.Equal("13", Text(Assert.Single(read.GetProperty("items").EnumerateArray()), "code"));
        await (await app.Anonymous.GetAsync("/api/v1/regions?parent=nonsense")).ShouldBe(400, "common/malformed-parameter");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
