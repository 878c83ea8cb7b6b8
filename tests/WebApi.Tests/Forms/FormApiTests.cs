using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Attachments.Tests;
using Suyuan.Common;
using Suyuan.Common.Tests;

namespace Suyuan.Forms.Tests;

[Collection(AppCollection.Name)]
public sealed class FormApiTests(SuyuanApp app)
{
    private const string Forms = "/api/v1/forms";
    private const string Checks = Forms + "/harvest/checks";

    [Fact]
    public async Task Forms_are_listed_and_each_is_served_to_whoever_is_signed_in_FM1()
    {
        var anybody = await app.As(Role.Regulator, "330000");
        var listed = (await (await anybody.GetAsync(Forms)).Read()).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(FormCatalogue.Load().All.Length, listed.Count);
        foreach (var item in listed)
        {
            var form = await (await anybody.GetAsync($"{Forms}/{item.GetProperty("form").GetString()}")).Read();

            Assert.Equal(item.GetProperty("label").GetRawText(), form.GetProperty("label").GetRawText());
            Assert.True(form.GetProperty("sections").GetArrayLength() > 0);
        }
    }

    [Fact]
    public async Task Forms_of_one_group_are_listed_and_a_group_that_is_none_is_400()
    {
        var anybody = await app.As(Role.Ginner, "65001");
        var stages = (await (await anybody.GetAsync(Forms + "?group=stage")).Read()).GetProperty("items").EnumerateArray().ToList();

        Assert.Contains("grafting", stages.Select(stage => stage.GetProperty("form").GetString()));
        Assert.All(stages, stage => Assert.NotEmpty(stage.GetProperty("stage").GetProperty("group").GetString()!));
        Assert.All(stages, stage => Assert.Equal("stage", stage.GetProperty("group").GetString()));
        Assert.NotEmpty((await (await anybody.GetAsync(Forms + "?group=publicProfile")).Read()).GetProperty("items").EnumerateArray());
        foreach (var group in new[] { "Stage", "3", "stages" }) await (await anybody.GetAsync($"{Forms}?group={group}")).ShouldBe(400);
    }

    [Fact]
    public async Task A_form_says_everything_that_a_screen_draws_FM1()
    {
        var form = await (await (await app.As(Role.Platform)).GetAsync(Forms + "/pest-control")).Read();
        var interval = form.GetProperty("sections")[0].GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("key").GetString() == "intervalDays");

        Assert.Equal(("pest-control", 1, "stage"), (Text(form, "form"), form.GetProperty("version").GetInt32(), Text(form, "group")));
        Assert.Equal(("farmWork", "pestControl"), (Text(form.GetProperty("stage"), "group"), Text(form.GetProperty("stage"), "rule")));
        Assert.Equal(("number", "天", "安全间隔期"), (Text(interval, "type"), Text(interval, "unit"), Text(interval.GetProperty("label"), "zh")));
        Assert.Equal((true, 0m, 365m, 0), (
            interval.GetProperty("required").GetBoolean(), interval.GetProperty("min").GetDecimal(), interval.GetProperty("max").GetDecimal(),
            interval.GetProperty("decimals").GetInt32()));
    }

    [Fact]
    public async Task A_form_that_was_read_is_not_sent_again()
    {
        var anybody = await app.As(Role.Platform);
        var tag = (await anybody.GetAsync(Forms + "/plot")).Headers.ETag!.Tag;

        await (await anybody.SendAsync(HttpMethod.Get, Forms + "/plot", null, ("If-None-Match", tag))).ShouldBe(304);
        await (await anybody.SendAsync(HttpMethod.Get, Forms + "/plot", null, ("If-None-Match", "\"0\""))).ShouldBe(HttpStatus.Ok);
    }

    [Theory]
    [InlineData("/no-such-form")]
    [InlineData("/plot?version=99")]
    [InlineData("/PLOT")]
    public async Task A_form_that_is_not_there_is_404(string path) =>
        await (await (await app.As(Role.Platform)).GetAsync(Forms + path)).ShouldBe(404, FormRefusals.Unknown("x").Code);

    [Fact]
    public async Task Right_answers_would_be_taken_and_nothing_is_kept()
    {
        var recorder = await app.As(Role.Recorder, "91330100799655058B");
        var answer = await recorder.PostAsync(Checks, new
        {
            answers = new { date = "2026-05-01", manner = "manual", quantity = 12.5, unit = "kg", personInCharge = " 李四 " },
        });

        var found = await answer.Read();
        Assert.Equal(("harvest", 1, true, 0), (
            Text(found, "form"), found.GetProperty("version").GetInt32(), found.GetProperty("allowed").GetBoolean(),
            found.GetProperty("faults").GetArrayLength()));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_in_the_language_of_the_client_FM1()
    {
        var recorder = await app.As(Role.EnterpriseAdministrator, "91330100799655058B");
        var body = new { answers = new { date = "2999-01-01", quantity = -1, colour = "红" } };
        var zh = await (await recorder.PostAsync(Checks, body)).Read();
        var en = await (await recorder.SendAsync(HttpMethod.Post, Checks, body, ("Accept-Language", "en"))).Read();

        Assert.False(zh.GetProperty("allowed").GetBoolean());
        Assert.Equal(
            ["colour form/unknown-field", "date form/date-in-future", "manner form/required", "quantity form/number-too-small", "unit form/required",
             "personInCharge form/required"],
            zh.GetProperty("faults").EnumerateArray().Select(fault => $"{Text(fault, "path")} {Text(fault, "code")}"));
        Assert.Equal(("不能小于 0.001。", "Not below 0.001."), (MessageAt(zh, "quantity"), MessageAt(en, "quantity")));
    }

    [Fact]
    public async Task A_mask_passes_the_check_and_a_malformed_number_does_not_SC2()
    {
        var recorder = await app.As(Role.Recorder, "91330100799655058B");
        var check = async (string mobile) =>
            (await (await recorder.PostAsync(Forms + "/transport/checks", new { answers = new { driverMobile = mobile } })).Read())
            .GetProperty("faults").EnumerateArray().Where(fault => Text(fault, "path") == "driverMobile").Select(fault => Text(fault, "code"));

        Assert.Empty(await check("138****1234"));
        Assert.Empty(await check("13800001234"));
        Assert.Equal([FormRefusals.MobileInvalid.Code], await check("****"));
        Assert.Equal([FormRefusals.MobileInvalid.Code], await check("138***1234"));
    }

    [Fact]
    public async Task A_file_of_another_enterprise_is_unknown_FM3()
    {
        var own = await GivenUploader.Create(app);
        var other = await GivenUploader.Create(app);
        var file = await own.Uploaded(SampleFile.Pdf());
        var check = async (HttpClient recorder) =>
            (await (await recorder.PostAsync(Forms + "/test-report/checks", new { answers = new { scan = new[] { new { sha256 = file, name = "报告.pdf" } } } }))
                .Read()).GetProperty("faults").EnumerateArray().Select(fault => $"{Text(fault, "path")} {Text(fault, "code")}").ToList();

        Assert.DoesNotContain("scan[0] form/unknown-attachment", await check(own.Recorder));
        Assert.Contains("scan[0] form/unknown-attachment", await check(other.Recorder));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "answers": null }""")]
    [InlineData("""{ "answers": [] }""")]
    [InlineData("""{ "answers": "{}" }""")]
    [InlineData("""{ "answers": { "date": "1", "date": "2" } }""")]
    [InlineData("""{ "answers": { "note": "a\u0000b" } }""")]
    [InlineData("""{ "answers": { "note": "\ud800" } }""")]
    [InlineData("""{ "answers": { "quantity": 1e999999 } }""")]
    public async Task Answers_that_cannot_be_kept_are_400(string body) =>
        await (await (await app.As(Role.Recorder, "91330100799655058B")).SendRaw(HttpMethod.Post, Checks, body)).ShouldBe(400);

    [Fact]
    public async Task Answers_to_a_form_that_is_not_there_are_404() => await (await (await app.As(Role.Recorder, "91330100799655058B"))
        .PostAsync(Forms + "/no-such-form/checks", new { answers = new { } })).ShouldBe(404, "form/unknown");

    private static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();

    private static string? MessageAt(JsonElement found, string path) =>
        Text(found.GetProperty("faults").EnumerateArray().Single(fault => Text(fault, "path") == path), "message");
}
