using Suyuan.Accounts;
using Suyuan.Common.Tests;
using static Suyuan.Enterprises.Tests.GivenProducer;

namespace Suyuan.Enterprises.Tests;

[Collection(AppCollection.Name)]
public sealed class EnterpriseInformationApiTests(SuyuanApp app)
{
    /// <summary>Manual, part two, 2.1.</summary>
    [Fact]
    public async Task Chapter_2_1_the_recorder_fills_in_the_profile_EN1()
    {
        var given = await Filed(app);
        var empty = await given.Recorder.GetAsync(given.Path + "/profile");
        Assert.Equal("\"1\"", empty.Headers.ETag!.Tag);
        Assert.Empty((await empty.Read()).GetProperty("answers").EnumerateObject());

        var saved = await given.Recorder.PutAsync(given.Path + "/profile", new { answers = ProfileAnswers() }, 1);

        Assert.Equal("\"2\"", saved.Headers.ETag!.Tag);
        var answers = (await (await given.Administrator.GetAsync(given.Path + "/profile")).Read()).GetProperty("answers");
        Assert.Equal(("周建国", "138****5678"), (answers.GetProperty("contact").GetString(), answers.GetProperty("contactMobile").GetString()));
        await (await given.Recorder.PutAsync(given.Path + "/profile", new { answers = ProfileAnswers("新") }, 1)).ShouldBe(412, "common/stale");
        await (await given.Recorder.PutAsync(given.Path + "/profile", new { answers = ProfileAnswers("新") })).ShouldBe(428, "common/if-match-required");
    }

    [Fact]
    public async Task A_profile_names_every_wrong_field_at_once_EN1()
    {
        var given = await Filed(app);

        var problem = await (await given.SaveProfile(new { name = "径山茶业", district = "99", kind = "?" })).ShouldBe(422, "form/answers-invalid");

        var wrong = problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).ToList();
        Assert.Subset(wrong.ToHashSet(), new HashSet<string> { "kind", "district", "address", "contact", "legalRepresentative" });
    }

    /// <summary>Manual, part two, 2.2: one zone after the other, with as many plots as there are.</summary>
    [Fact]
    public async Task Chapter_2_2_the_recorder_adds_zones_and_their_plots_EN1_EN2()
    {
        var given = await Filed(app);
        var first = await given.Add("zones", new { answers = ZoneAnswers("一号茶园") });
        var second = await given.Add("zones", new { answers = ZoneAnswers("二号茶园") });
        var plot = await given.Add("plots", new { zone = second, answers = PlotAnswers("东坡") });

        var zones = await (await given.Recorder.GetAsync(given.Path + "/zones")).Read();
        Assert.Equal(["一号茶园", "二号茶园"], Items(zones).Select(zone => zone.GetProperty("name").GetString()));
        var plots = await (await given.Recorder.GetAsync($"{given.Path}/plots?zone={second}&q=东")).Read();
        Assert.Equal((plot, "二号茶园"), (Items(plots).Single().GetProperty("id").GetString(), Items(plots).Single().GetProperty("zoneName").GetString()));

        var changed = await given.Recorder.PutAsync($"{given.Path}/zones/{first}", new { answers = ZoneAnswers("老茶园") }, 1);
        Assert.Equal("老茶园", (await changed.Read()).GetProperty("answers").GetProperty("name").GetString());
        await (await given.Recorder.PutAsync($"{given.Path}/zones/{first}", new { answers = ZoneAnswers("旧") }, 1)).ShouldBe(412, "common/stale");
        var history = await (await given.Recorder.GetAsync($"{given.Path}/zones/{first}/history")).Read();
        Assert.Equal(2, Items(history).Count());
    }

    /// <summary>Manual, part two, 2.3.</summary>
    [Fact]
    public async Task Chapter_2_3_the_recorder_adds_product_information_EN1()
    {
        var given = await Filed(app);
        var answers = new { productName = "径山毛峰", specification = "250g", description = "谷雨前采摘" };

        var product = await given.Add("products", new { answers, productFiling = given.ProductFiling });

        var listed = Items(await (await given.Recorder.GetAsync(given.Path + "/products")).Read()).Single();
        Assert.Equal((product, given.ProductFiling), (listed.GetProperty("id").GetString(), listed.GetProperty("productFiling").GetString()));
        await (await given.Recorder.PostAsync(given.Path + "/products", new { answers, productFiling = "0000" }))
            .ShouldBe(422, "enterprise/unknown-product-filing");
        await given.Add("products", new { answers });
    }

    [Fact]
    public async Task Nothing_is_told_before_the_filings_are_issued_FL5()
    {
        var given = await Registered(app);

        await (await given.SaveProfile()).ShouldBe(409, "enterprise/filing-required");
        await (await given.Recorder.PostAsync(given.Path + "/zones", new { answers = ZoneAnswers("一") })).ShouldBe(409, "enterprise/filing-required");
        await given.File("enterprise", "径山茶业", null);
        await (await given.SaveProfile()).ShouldBe(409, "enterprise/filing-required");
        await given.File("product", "径山毛峰", "tea");
        await (await given.SaveProfile()).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task A_plot_belongs_to_a_zone_that_is_there_EN2()
    {
        var given = await Ready(app);
        var other = await Ready(app);

        await (await given.Recorder.PostAsync(given.Path + "/plots", new { answers = PlotAnswers("东坡") })).ShouldBe(422, "enterprise/unknown-zone");
        await (await given.Recorder.PostAsync(given.Path + "/plots", new { zone = other.Zone, answers = PlotAnswers("东坡") }))
            .ShouldBe(422, "enterprise/unknown-zone");
    }

    [Fact]
    public async Task A_zone_is_retired_after_its_plots_and_stays_readable_EN1()
    {
        var given = await Ready(app);
        var plot = await given.AddPlot("东坡");
        var zone = $"{given.Path}/zones/{given.Zone}";

        await (await given.Recorder.DeleteAsync(zone)).ShouldBe(409, "enterprise/zone-has-plots");
        await (await given.Recorder.DeleteAsync($"{given.Path}/plots/{plot}")).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.DeleteAsync(zone)).ShouldBe(HttpStatus.Ok);

        await (await given.Recorder.PutAsync(zone, new { answers = ZoneAnswers("x") }, 2)).ShouldBe(409, "enterprise/retired");
        Assert.True((await (await given.Recorder.GetAsync(zone)).Read()).TryGetProperty("retired", out _));
        Assert.Empty(Items(await (await given.Recorder.GetAsync(given.Path + "/zones")).Read()));
        Assert.Single(Items(await (await given.Recorder.GetAsync(given.Path + "/zones?retired=true")).Read()));
        await (await given.Recorder.PostAsync(given.Path + "/plots", new { zone = given.Zone, answers = PlotAnswers("x") }))
            .ShouldBe(422, "enterprise/unknown-zone");
    }

    [Fact]
    public async Task The_same_addition_again_answers_as_before_EN1()
    {
        var given = await Filed(app);
        var key = Guid.NewGuid().ToString();
        Task<HttpResponseMessage> Add(string name, string idempotencyKey) => given.Recorder.SendAsync(
            HttpMethod.Post, given.Path + "/zones", new { answers = ZoneAnswers(name) }, ("Idempotency-Key", idempotencyKey));

        var first = await (await Add("一号", key)).Read();
        var again = await (await Add("一号", key)).Read();

        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Single(Items(await (await given.Recorder.GetAsync(given.Path + "/zones")).Read()));
    }

    [Fact]
    public async Task Regulators_of_the_district_read_and_nobody_else_EN1()
    {
        var given = await Ready(app);
        string[] paths = [given.Path + "/profile", given.Path + "/zones", $"{given.Path}/zones/{given.Zone}", given.Path + "/history"];
        var regulator = await app.As(Role.Regulator, "330100");

        foreach (var path in paths)
        {
            await (await regulator.GetAsync(path)).ShouldBe(HttpStatus.Ok);
            await (await (await app.As(Role.Regulator, "320000")).GetAsync(path)).ShouldBe(404, "common/not-found");
            await (await (await Registered(app)).Recorder.GetAsync(path)).ShouldBe(404, "common/not-found");
        }

        await (await regulator.PostAsync(given.Path + "/zones", new { answers = ZoneAnswers("x") })).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Lists_are_exported_EN1()
    {
        var given = await Ready(app);

        var csv = await given.Recorder.GetStringAsync(given.Path + "/zones?format=csv");

        Assert.Contains("一号茶园", csv, StringComparison.Ordinal);
        await (await given.Recorder.GetAsync(given.Path + "/zones?zone=x")).ShouldBe(400, "common/unknown-parameter");
    }
}
