using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.TraceUnits.Tests;

namespace Suyuan.Growers.Tests;

[Collection(AppCollection.Name)]
public sealed class GrowerExportTests(SuyuanApp app)
{
    private const string Growers = "/api/v1/growers";
    private const string Imports = Growers + "/imports";

    private static int companies;

    private static string NewCreditCode()
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        var body = $"91659099MB{Interlocked.Increment(ref companies):0000000}";
        return body + alphabet[(31 - weights.Select((weight, place) => weight * alphabet.IndexOf(body[place], StringComparison.Ordinal)).Sum() % 31) % 31];
    }

    /// <summary>A grower with two plots, one without any, and a legal person.</summary>
    private async Task<(GivenRegiment Given, string Person)> Roster()
    {
        var given = await GivenRegiment.Create(app);
        var person = GivenRegiment.NewIdNumber();
        var rows = given.Row(person, "A1", "56.5") + given.Row(person, "A2")
            + $"{GivenRegiment.NewIdNumber()},李四,13912345678,{given.Company},,,,,,\n"
            + $"{NewCreditCode()},=沃野公司,19900000902,{given.OtherCompany},{GivenRegiment.Season},{given.Plot("L")},+北地,720,@中棉,经营地\n";
        await (await given.ImportGrowers(rows)).ShouldBe(HttpStatus.Ok);
        return (given, person);
    }

    [Theory]
    [InlineData("csv", "zh")]
    [InlineData("csv", "en")]
    [InlineData("xlsx", "zh")]
    [InlineData("xlsx", "en")]
    public async Task Exported_roster_re_imports_unchanged_though_it_is_masked_RG2_SC2(string format, string language)
    {
        var (given, person) = await Roster();

        var roster = await ExportedTable.Of(given.Officer, Growers, format, language);
        Assert.Equal(5, roster.Rows.Count);
        Assert.DoesNotContain(roster.Rows.SelectMany(row => row), cell => cell.Contains(person, StringComparison.Ordinal) || cell == "13812345678" || cell == "张三丰");
        var again = await (await ExportedTable.Import(given.Officer, Imports, roster.Content, "again." + format)).Read();

        Assert.Equal((0, 0, 3), (again.GetProperty("created").GetInt32(), again.GetProperty("changed").GetInt32(), again.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task Edited_roster_changes_what_was_edited_and_keeps_what_is_masked_RG2()
    {
        var (given, person) = await Roster();
        var roster = await ExportedTable.Of(given.Officer, Growers + $"?region={given.Company}&season={GivenRegiment.Season}", "csv");
        var edited = roster.Text.Replace("56.5", "57.25", StringComparison.Ordinal);

        var report = await (await GivenRegiment.Import(given.Officer, Imports, edited)).Read();

        Assert.Equal(1, report.GetProperty("changed").GetInt32());
        var unchanged = await (await given.ImportGrowers(given.Row(person, "A1", "57.25"))).Read();
        Assert.Equal(1, unchanged.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task Row_by_id_names_a_known_grower_and_no_other_number_RG2()
    {
        var given = await GivenRegiment.Create(app);
        var id = await given.Grower("A1");
        string Row(string grower, string number) => $"{grower},{number},张*,138****5678,{given.Company}\n";
        const string header = "种植者编号,身份证号,姓名,手机号,连队编码\n";

        var problem = await (await GivenRegiment.Import(
            given.Officer, Imports, header + Row("0123456789", "650103********0021") + Row(id, GivenRegiment.NewIdNumber()))).ShouldBe(422, "table/rows-refused");

        Assert.Equal(["grower/number-of-another", "grower/unknown"],
            problem.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("code").GetString()).Order());
        await (await GivenRegiment.Import(given.Officer, Imports, header + Row(id, "650103********0021"))).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task Export_holds_what_the_list_holds_and_nobody_else_s_AC5()
    {
        var (given, _) = await Roster();
        Assert.Equal(2, (await ExportedTable.Of(given.Officer, Growers + "?legal=true", "csv")).Rows.Count);
        Assert.Equal(4, (await ExportedTable.Of(given.CompanyOfficer, Growers, "csv")).Rows.Count);
        Assert.Single((await ExportedTable.Of(await app.As(Role.Regiment, "06-997"), Growers, "csv")).Rows);
        await (await (await app.As(Role.Ginner, "65901")).GetAsync(Growers + "?format=csv")).ShouldBe(403, "common/forbidden");
        await (await app.Anonymous.GetAsync(Growers + "?format=csv")).ShouldBe(401, "common/not-signed-in");
    }
}
