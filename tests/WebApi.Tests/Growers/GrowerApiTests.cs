using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.TraceUnits.Tests;

namespace Suyuan.Growers.Tests;

[Collection(AppCollection.Name)]
public sealed class GrowerApiTests(SuyuanApp app)
{
    private const string Imports = "/api/v1/growers/imports";

    [Fact]
    public async Task Same_file_twice_changes_nothing_RG2()
    {
        var given = await GivenRegiment.Create(app);
        var person = GivenRegiment.NewIdNumber();
        var rows = given.Row(person, "A1") + given.Row(person, "A2") + $"{GivenRegiment.NewIdNumber()},李四,13912345678,{given.Company},,,,,,\n";

        var first = await (await given.ImportGrowers(rows)).Read();
        var second = await (await given.ImportGrowers(rows)).Read();

        Assert.Equal((2, 0, 0), Counts(first));
        Assert.Equal((0, 0, 2), Counts(second));
        Assert.Equal((0, 1, 0), Counts(await (await given.ImportGrowers(given.Row(person, "A1", "601.5"))).Read()));
        var list = (await (await given.Officer.GetAsync("/api/v1/growers")).Read()).GetProperty("items");
        Assert.Equal(2, list.GetArrayLength());
    }

    [Fact]
    public async Task Each_bad_row_is_told_by_number_column_and_code_and_nothing_is_stored_RG2()
    {
        var given = await GivenRegiment.Create(app);
        var good = GivenRegiment.NewIdNumber();
        var person = GivenRegiment.NewIdNumber();
        var wrong = person[..17] + (person[17] == '1' ? '2' : '1');
        var rows = given.Row(good, "A1")
            + given.Row(wrong, "A2")
            + given.Row(person, "A 3")
            + given.Row(person, "A4", "-5")
            + given.Row(person, "A5", "1.005")
            + given.Row(person, "A6", "很多")
            + given.Row(GivenRegiment.NewIdNumber(), "A1")
            + given.Row(GivenRegiment.NewIdNumber(), "A7", company: "06-998-001")
            + given.Row(GivenRegiment.NewIdNumber(), "A8", company: given.Code + "-099");

        var problem = await (await given.ImportGrowers(rows)).ShouldBe(422, "table/rows-refused");

        Assert.Equal(
            [
                (3, "身份证号或信用代码", "grower/number-invalid"), (4, "地块编码", "grower/plot-code-invalid"),
                (5, "面积(亩)", "grower/area-invalid"), (6, "面积(亩)", "grower/area-invalid"), (7, "面积(亩)", "grower/area-unreadable"),
                (8, "地块编码", "grower/plot-of-another"), (9, "连队编码", "grower/region-not-yours"), (10, "连队编码", "grower/unknown-company"),
            ],
            Errors(problem.GetProperty("rows")).Order());
        Assert.Equal(0, (await (await given.Officer.GetAsync("/api/v1/growers")).Read()).GetProperty("items").GetArrayLength());

        var partial = await (await given.ImportGrowers(rows, "?partial=true")).Read();
        Assert.Equal((1, 0, 0), Counts(partial));
        Assert.Equal(8, partial.GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task Cells_that_do_not_parse_and_rows_that_contradict_each_other_are_told_RG2()
    {
        var given = await GivenRegiment.Create(app);
        string Row(string person, string plot, string mobile = "13912345678", string? company = null, string season = "2031", string land = "身份地", string name = "张三") =>
            $"{person},{name},{mobile},{company ?? given.Company},{season},{plot},地块,600,新陆早50号,{land}\n";
        var twice = GivenRegiment.NewIdNumber();
        var rows = Row(GivenRegiment.NewIdNumber(), "B1", mobile: "12345")
            + Row(GivenRegiment.NewIdNumber(), "B2", company: "八师")
            + Row(GivenRegiment.NewIdNumber(), "B3", season: "明年")
            + Row(GivenRegiment.NewIdNumber(), "B4", land: "荒地")
            + Row(twice, "B5")
            + Row(twice, "B6", name: "李四");

        var problem = await (await given.ImportGrowers(rows)).ShouldBe(422, "table/rows-refused");

        Assert.Equal(
            ["grower/mobile-invalid", "grower/region-invalid", "grower/season-invalid", "grower/land-kind-invalid", "grower/rows-disagree"],
            Errors(problem.GetProperty("rows")).Order().Select(error => error.Item3));
    }

    [Fact]
    public async Task Dry_run_tells_everything_and_stores_nothing_RG2()
    {
        var given = await GivenRegiment.Create(app);

        var report = await (await given.ImportGrowers(given.Row(GivenRegiment.NewIdNumber(), "A1"), "?dryRun=true")).Read();

        Assert.Equal((1, 0, 0), Counts(report));
        Assert.True(report.GetProperty("dryRun").GetBoolean());
        Assert.Equal(0, (await (await given.Officer.GetAsync("/api/v1/growers")).Read()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Plot_of_another_grower_is_refused_by_name_RG2()
    {
        var given = await GivenRegiment.Create(app);
        await given.Grower("P");

        var problem = await (await given.ImportGrowers(given.Row(GivenRegiment.NewIdNumber(), "P"))).ShouldBe(422, "table/rows-refused");

        Assert.Equal([(2, "地块编码", "grower/plot-of-another")], Errors(problem.GetProperty("rows")));
        Assert.Contains("张*", problem.GetProperty("rows")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_race_for_one_plot_and_one_grower_has_it_RG2()
    {
        var given = await GivenRegiment.Create(app);

        var reports = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            given.ImportGrowers(given.Row(GivenRegiment.NewIdNumber(), "P"), "?partial=true")));

        var created = 0;
        foreach (var report in reports) created += (await report.Read()).GetProperty("created").GetInt32();
        Assert.Equal(1, created);
    }

    [Fact]
    public async Task Personal_data_is_masked_in_answers_and_encrypted_in_the_database_RG2()
    {
        var given = await GivenRegiment.Create(app);
        var person = GivenRegiment.NewIdNumber();
        await (await given.ImportGrowers(given.Row(person, "A1"))).ShouldBe(HttpStatus.Ok);
        var item = (await (await given.Officer.GetAsync("/api/v1/growers?q=三丰")).Read()).GetProperty("items")[0];

        var answer = await (await given.CompanyOfficer.GetAsync("/api/v1/growers/" + item.GetProperty("id").GetString())).Read();

        Assert.Equal(("张*", "138****5678"), (answer.GetProperty("maskedName").GetString(), answer.GetProperty("maskedMobile").GetString()));
        Assert.DoesNotContain(person, answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰", answer.ToString(), StringComparison.Ordinal);
        await using var search = app.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select count(*) from grain_state where state::text like '%' || $1 || '%'");
        search.Parameters.Add(new() { Value = person });
        Assert.Equal(0L, await search.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Growers_are_known_to_their_regiment_and_company_alone_AC5()
    {
        var given = await GivenRegiment.Create(app);
        var id = await given.Grower("A1");

        await (await (await app.As(Role.Regiment, "06-999")).GetAsync("/api/v1/growers/" + id)).ShouldBe(404, "common/not-found");
        await (await (await app.As(Role.Company, given.OtherCompany)).GetAsync("/api/v1/growers/" + id)).ShouldBe(404, "common/not-found");
        await (await (await app.As(Role.Ginner, "65901")).GetAsync("/api/v1/growers/" + id)).ShouldBe(403, "common/forbidden");
        await (await (await app.As(Role.Grower, id)).GetAsync("/api/v1/growers/" + id)).ShouldBe(HttpStatus.Ok);
        Assert.Equal(0, (await (await (await app.As(Role.Company, given.OtherCompany)).GetAsync("/api/v1/growers")).Read()).GetProperty("items").GetArrayLength());
        await (await GivenRegiment.Import(given.CompanyOfficer, Imports, GivenRegiment.Header)).ShouldBe(403, "common/forbidden");
        await (await app.Anonymous.GetAsync("/api/v1/growers")).ShouldBe(401, "common/not-signed-in");
    }

    [Theory]
    [InlineData("", "table/empty")]
    [InlineData("姓名\n张三\n", "table/missing-column")]
    public async Task File_that_is_no_roster_is_refused_whole_RG2(string content, string code)
    {
        var given = await GivenRegiment.Create(app);

        await (await GivenRegiment.Import(given.Officer, Imports, content)).ShouldBe(422, code);
    }

    private static (int Created, int Changed, int Unchanged) Counts(JsonElement report) =>
        (report.GetProperty("created").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32());

    private static IEnumerable<(int Row, string? Column, string? Code)> Errors(JsonElement rows) => rows.EnumerateArray()
        .Select(error => (error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("code").GetString()));
}
