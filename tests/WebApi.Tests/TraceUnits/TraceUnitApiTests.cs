using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.TraceUnits.Tests;

[Collection(AppCollection.Name)]
public sealed class TraceUnitApiTests(SuyuanApp app)
{
    private const string Units = "/api/v1/trace-units";

    [Fact]
    public async Task Company_forms_a_unit_and_its_regiment_approves_it_TU6()
    {
        var given = await GivenRegiment.Create(app);
        var formed = await given.Form(await given.Grower("A1"), "A1");
        await formed.ShouldBe(HttpStatus.Created);
        var unit = await formed.Read();
        Assert.Equal(GivenRegiment.PathOf(unit), formed.Headers.Location!.ToString());
        Assert.Equal("\"1\"", formed.Headers.ETag!.Tag);
        Assert.Equal(given.Company, unit.GetProperty("region").GetString());

        var approved = await (await given.Officer.PutAsync(GivenRegiment.PathOf(unit) + "/approval", new { }, 1)).Read();

        Assert.Equal("approved", approved.GetProperty("state").GetString());
        await (await given.CompanyOfficer.DeleteAsync(GivenRegiment.PathOf(unit))).ShouldBe(409, "trace-unit/approved");
        var revoked = await (await given.Officer.DeleteAsync(GivenRegiment.PathOf(unit) + "/approval")).Read();
        Assert.Equal("pending", revoked.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Sixty_four_race_for_one_plot_and_one_wins_TU4()
    {
        var given = await GivenRegiment.Create(app);
        var grower = await given.Grower("RACE");

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number =>
            given.CompanyOfficer.PostAsync(Units, given.Unit(grower, "RACE", name: $"组{number}"))));

        var winner = await Assert.Single(answers, answer => (int)answer.StatusCode == HttpStatus.Created).Read();
        foreach (var loser in answers.Where(answer => (int)answer.StatusCode != HttpStatus.Created))
        {
            var arguments = (await loser.ShouldBe(409, "trace-unit/plot-taken")).GetProperty("arguments");
            Assert.Equal(given.Plot("RACE"), arguments.GetProperty("plot").GetString());
            Assert.Equal(winner.GetProperty("name").GetString(), arguments.GetProperty("unit").GetString());
        }

        var list = await (await given.CompanyOfficer.GetAsync(Units + $"?season={GivenRegiment.Season}")).Read();
        Assert.Single(list.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Dissolved_unit_frees_its_plots_and_stays_readable_TU8()
    {
        var given = await GivenRegiment.Create(app);
        var grower = await given.Grower("A1");
        var unit = await (await given.Form(grower, "A1")).Read();

        await (await given.CompanyOfficer.DeleteAsync(GivenRegiment.PathOf(unit))).ShouldBe(HttpStatus.Ok);

        await (await given.Form(grower, "A1")).ShouldBe(HttpStatus.Created);
        var dissolved = await (await given.CompanyOfficer.GetAsync(GivenRegiment.PathOf(unit))).Read();
        Assert.Equal("dissolved", dissolved.GetProperty("state").GetString());
        Assert.Equal(given.Plot("A1"), dissolved.GetProperty("members")[0].GetProperty("plots")[0].GetString());
    }

    [Fact]
    public async Task Unit_that_is_ginned_cannot_change_at_all_TU7()
    {
        var given = await GivenRegiment.Create(app);
        var path = await given.Approved("A1");
        await BeginGinning(path);

        await (await given.Officer.DeleteAsync(path + "/approval")).ShouldBe(409, "trace-unit/processing");
        await (await given.CompanyOfficer.DeleteAsync(path)).ShouldBe(409, "trace-unit/processing");
        await (await given.Officer.PutAsync(path + "/rejection", new { reason = "面积有误" })).ShouldBe(409, "trace-unit/processing");
        var editability = await (await given.CompanyOfficer.GetAsync(path + "/editability")).Read();
        Assert.False(editability.GetProperty("allowed").GetBoolean());
        Assert.Equal(["trace-unit/processing", "trace-unit/approved"],
            editability.GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetProperty("code").GetString()));
        Assert.True((await (await given.CompanyOfficer.GetAsync(path)).Read()).GetProperty("processing").GetBoolean());
    }

    [Fact]
    public async Task Write_that_slips_past_the_check_is_refused_by_the_trigger_TU7()
    {
        var given = await GivenRegiment.Create(app);
        var unit = await given.Pending("A1");
        // A pending unit's grain does not ask whether it is ginned: only the trigger stands in the way.
        await BeginGinning(GivenRegiment.PathOf(unit));

        await (await given.Officer.PutAsync(GivenRegiment.PathOf(unit) + "/approval", new { })).ShouldBe(409, "trace-unit/processing");
        Assert.Equal(1, (await (await given.Officer.GetAsync(GivenRegiment.PathOf(unit))).Read()).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Rejected_unit_is_edited_and_asked_for_anew_TU5()
    {
        var given = await GivenRegiment.Create(app);
        var unit = await given.Pending("A1");
        var path = GivenRegiment.PathOf(unit);
        await (await given.Officer.PutAsync(path + "/rejection", new { reason = "" })).ShouldBe(422, "trace-unit/reason-required");
        var rejected = await (await given.Officer.PutAsync(path + "/rejection", new { reason = "地块与台账不符" })).Read();
        Assert.Equal("地块与台账不符", rejected.GetProperty("reason").GetString());
        await (await given.Officer.PutAsync(path + "/approval", new { })).ShouldBe(409, "trace-unit/not-pending");
        await (await given.Officer.DeleteAsync(path + "/approval")).ShouldBe(409, "trace-unit/not-approved");

        var edit = new { name = "改名", members = unit.GetProperty("members") };
        await (await given.CompanyOfficer.PutAsync(path, edit)).ShouldBe(428, "common/if-match-required");
        await (await given.CompanyOfficer.PutAsync(path, edit, 1)).ShouldBe(412, "common/stale");
        var edited = await (await given.CompanyOfficer.PutAsync(path, edit, 2)).Read();

        Assert.Equal(("pending", "改名"), (edited.GetProperty("state").GetString(), edited.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Other_organisations_find_nothing_on_any_route_AC5()
    {
        var given = await GivenRegiment.Create(app);
        var unit = await given.Pending("A1");
        var path = GivenRegiment.PathOf(unit);
        var edit = new { name = "x", members = Array.Empty<object>() };
        HttpClient[] strangers =
        [
            await app.As(Role.Regiment, "06-999"), await app.As(Role.Company, given.OtherCompany), await given.Organizer(),
            await app.As(Role.Grower, "h" + new string('0', 32)),
        ];

        foreach (var stranger in strangers)
        {
            await (await stranger.GetAsync(path)).ShouldBe(404, "common/not-found");
            await (await stranger.GetAsync(path + "/editability")).ShouldBe(404, "common/not-found");
            await (await stranger.PutAsync(path, edit, 1)).ShouldBe(404, "common/not-found");
            await (await stranger.DeleteAsync(path)).ShouldBe(404, "common/not-found");
            await (await stranger.PutAsync(path + "/approval", new { })).ShouldBe(404, "common/not-found");
            await (await stranger.DeleteAsync(path + "/approval")).ShouldBe(404, "common/not-found");
            await (await stranger.PutAsync(path + "/rejection", new { reason = "x" })).ShouldBe(404, "common/not-found");
            Assert.Empty((await (await stranger.GetAsync(Units)).Read()).GetProperty("items").EnumerateArray());
        }

        await (await app.Anonymous.GetAsync(path)).ShouldBe(401, "common/not-signed-in");
        await (await (await app.As(Role.Ginner, "65901")).GetAsync(path)).ShouldBe(403, "common/forbidden");
        await (await given.CompanyOfficer.PutAsync(path + "/approval", new { })).ShouldBe(403, "common/forbidden");
        await (await given.Officer.DeleteAsync(path)).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Member_reads_state_and_reason_of_their_unit_TU9()
    {
        var given = await GivenRegiment.Create(app);
        var grower = await given.Grower("A1");
        var path = GivenRegiment.PathOf(await (await given.Form(grower, "A1")).Read());
        await (await given.Officer.PutAsync(path + "/rejection", new { reason = "面积有误" })).ShouldBe(HttpStatus.Ok);
        var member = await app.As(Role.Grower, grower);

        var listed = Assert.Single((await (await member.GetAsync(Units)).Read()).GetProperty("items").EnumerateArray());

        Assert.Equal(("rejected", "面积有误"), (listed.GetProperty("state").GetString(), listed.GetProperty("reason").GetString()));
        Assert.Equal(HttpStatus.Ok, (int)(await member.GetAsync(path)).StatusCode);
        await (await member.DeleteAsync(path)).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Organizer_forms_a_cooperative_at_home_in_the_accounts_regiment_TU1()
    {
        var given = await GivenRegiment.Create(app);
        var grower = await given.Grower("A1", company: given.OtherCompany);
        var organizer = await given.Organizer();
        await (await organizer.PostAsync(Units, given.Unit(grower, "A1", "company"))).ShouldBe(403, "trace-unit/formation-not-yours");
        await (await organizer.PostAsync(Units, given.Unit(grower, "A1", "cooperative"))).ShouldBe(422, "trace-unit/legal-person-required");

        var formed = await organizer.PostAsync(Units, new
        {
            season = GivenRegiment.Season,
            formation = "cooperative",
            name = "丰收合作社",
            members = new[] { new { grower, plots = new[] { given.Plot("A1") } } },
            legalPerson = new { name = "丰收合作社", number = "91330100799655058B", representative = "李四", mobile = "13900001234" },
        });

        var unit = await formed.Read();
        Assert.Equal(given.Code, unit.GetProperty("region").GetString());
        Assert.Equal("139****1234", unit.GetProperty("legalPerson").GetProperty("maskedMobile").GetString());
        Assert.Equal(1, (await (await organizer.GetAsync(Units)).Read()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Candidates_are_listed_searched_and_marked_when_taken_TU2()
    {
        var given = await GivenRegiment.Create(app);
        await given.Pending("A1");
        await given.Grower("B1");
        await given.Grower("C1", company: given.OtherCompany);

        var own = await Candidates(given.CompanyOfficer, "");
        var all = await Candidates(await given.Organizer(), "");

        Assert.Equal([(given.Plot("A1"), "一组"), (given.Plot("B1"), null)], own.Order());
        Assert.Equal([given.Plot("A1"), given.Plot("B1"), given.Plot("C1")], all.Select(plot => plot.Plot).Order());
        Assert.Equal(2, (await Candidates(given.CompanyOfficer, "&q=三丰")).Count);
        Assert.Empty(await Candidates(given.CompanyOfficer, "&q=李"));
        Assert.Empty(await Candidates(given.CompanyOfficer, "&region=" + given.OtherCompany));
        await (await given.CompanyOfficer.GetAsync(Units + "/candidates")).ShouldBe(400, "common/malformed-parameter");
    }

    [Fact]
    public async Task List_goes_on_page_by_page_and_filters_TU3()
    {
        var given = await GivenRegiment.Create(app);
        foreach (var plot in (string[])["A1", "B1", "C1"]) await given.Pending(plot);

        var first = await (await given.Officer.GetAsync(Units + "?limit=2")).Read();
        var second = await (await given.Officer.GetAsync(Units + "?limit=2&cursor=" + first.GetProperty("nextCursor").GetString())).Read();

        Assert.Equal(3, first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(unit => unit.GetProperty("id").GetString()).Distinct().Count());
        Assert.False(second.TryGetProperty("nextCursor", out _));
        Assert.Equal(0, (await (await given.Officer.GetAsync(Units + "?state=approved")).Read()).GetProperty("items").GetArrayLength());
        Assert.Equal(3, (await (await given.Officer.GetAsync(Units + "?state=pending&formation=company&q=组")).Read()).GetProperty("items").GetArrayLength());
        await (await given.Officer.GetAsync(Units + "?state=7")).ShouldBe(400, "common/malformed-parameter");
        await (await given.Officer.GetAsync(Units + "?status=pending")).ShouldBe(400, "common/unknown-parameter");
        await (await given.Officer.GetAsync(Units + "?limit=0")).ShouldBe(400, "common/malformed-parameter");
        await (await given.Officer.GetAsync(Units + "?cursor=W10")).ShouldBe(400, "common/malformed-parameter");
    }

    [Fact]
    public async Task Forming_with_a_key_is_done_once_and_other_content_is_refused_TU4()
    {
        var given = await GivenRegiment.Create(app);
        var grower = await given.Grower("A1");
        var unit = given.Unit(grower, "A1");

        var first = await (await given.CompanyOfficer.SendAsync(HttpMethod.Post, Units, unit, ("Idempotency-Key", given.Code))).Read();
        var second = await (await given.CompanyOfficer.SendAsync(HttpMethod.Post, Units, unit, ("Idempotency-Key", given.Code))).Read();

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("{", 400, "common/malformed")]
    [InlineData("{}", 400, "common/malformed")]
    [InlineData("""{"season":"x","formation":"company","name":"a","members":[]}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":7,"name":"a","members":[]}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":"company","name":"a","members":[null]}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":"company","name":"a","members":null}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":"company","name":"a","members":[{"grower":"x"}]}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":"company","name":"a","members":[{"grower":null,"plots":["A"]}]}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":"company","name":"a","members":[{"grower":"x","plots":[null]}]}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":"company","name":"a\u0000","members":[]}""", 400, "common/malformed")]
    [InlineData("""{"season":2031,"formation":"company","name":"a","members":[]}""", 422, "trace-unit/members-required")]
    [InlineData("""{"season":2031,"formation":"company","name":"a","members":[{"grower":"nobody","plots":["A"]}]}""", 422, "trace-unit/unknown-grower")]
    public async Task Body_that_says_nothing_sensible_is_a_clear_problem(string body, int status, string code)
    {
        var given = await GivenRegiment.Create(app);

        await (await given.CompanyOfficer.SendRaw(HttpMethod.Post, Units, body)).ShouldBe(status, code);

        Assert.Empty((await (await given.Officer.GetAsync(Units)).Read()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Area_below_the_minimum_is_told_with_both_figures_TU3()
    {
        var given = await GivenRegiment.Create(app);
        var grower = await given.Grower("A1", "499.99");

        var problem = await (await given.Form(grower, "A1")).ShouldBe(422, "trace-unit/area-below-minimum");

        Assert.Equal("所选面积 499.99 亩，未达到 500 亩的组团面积要求。", problem.GetProperty("detail").GetString());
    }

    private static async Task<List<(string? Plot, string? TakenBy)>> Candidates(HttpClient client, string more)
    {
        var page = await (await client.GetAsync($"{Units}/candidates?season={GivenRegiment.Season}{more}")).Read();
        return [.. page.GetProperty("items").EnumerateArray().SelectMany(grower => grower.GetProperty("plots").EnumerateArray())
            .Select(plot => (plot.GetProperty("code").GetString(), plot.TryGetProperty("takenBy", out var unit) ? unit.GetString() : null))];
    }

    private async Task BeginGinning(string path)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("insert into trace_unit_processing values ($1, now())");
        command.Parameters.Add(new() { Value = path.Split('/')[^1] });
        await command.ExecuteNonQueryAsync();
    }
}
