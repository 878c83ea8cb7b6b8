using System.Globalization;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Attachments.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.SiteRecords.Tests;

/// <summary>Chapters 8 and 9 of the manual: internal management (内部管理) and test information (检测信息).</summary>
[Collection(AppCollection.Name)]
public sealed class SiteRecordApiTests(SuyuanApp app)
{
    public static TheoryData<string, string, string> Chapter8 => new()
    {
        { "maintenance", """{"equipment":"冷库压缩机","fault":"不制冷","date":"2026-05-01","work":"更换启动电容","repairer":"王五","result":"repaired","cost":320.5}""", "冷库压缩机" },
        { "sanitation", """{"place":"包装车间","date":"2026-05-02","cleaner":"赵六","item":"地面与传送带","frequency":"daily","result":"passed"}""", "包装车间" },
        { "health-check", """{"name":"张三","post":"包装工","date":"2026-03-01","institution":"市疾控中心","result":"fit","validUntil":"2027-02-28"}""", "张三" },
        { "training", """{"subject":"农药安全使用","date":"2026-04-10","trainer":"农技站","content":"安全间隔期","attendees":[{"name":"张三","assessment":"passed"}]}""", "农药安全使用" },
    };

    [Theory]
    [MemberData(nameof(Chapter8))]
    public async Task Internal_management_is_entered_saved_corrected_and_submitted_SR1(string form, string answers, string title)
    {
        var site = await GivenSite.Create(app);
        var added = await site.Begin(form, JsonDocument.Parse(answers).RootElement);
        await added.ShouldBe(HttpStatus.Created);
        var path = added.Headers.Location!.OriginalString;

        var draft = await (await site.Recorder.GetAsync(path)).Read();
        Assert.Equal(("draft", form), (Text(draft, "state"), Text(draft, "form")));
        var noted = JsonSerializer.Deserialize<Dictionary<string, object>>(answers)!;
        noted["note"] = "已拍照";
        var edited = await (await site.Recorder.PutAsync(path, new { answers = noted }, 1)).Read();
        Assert.Equal(("draft", "已拍照"), (Text(edited, "state"), Text(edited.GetProperty("answers"), "note")));
        var submitted = await (await site.Recorder.PutAsync(path + "/submission", new { })).Read();
        Assert.Equal("submitted", Text(submitted, "state"));
        Assert.NotEmpty(Text(submitted.GetProperty("submitted"), "by"));
        await (await site.Recorder.PutAsync(path, new { answers = JsonDocument.Parse(answers).RootElement }, 3)).ShouldBe(HttpStatus.Ok);

        var listed = Assert.Single(await site.Records($"?form={form}&state=submitted"));
        Assert.Equal(title, Text(listed, "title"));
        var history = await (await site.Recorder.GetAsync(path + "/history")).Read();
        Assert.Equal(4, history.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Test_report_is_a_site_record_and_wants_its_scan_SR3()
    {
        var site = await GivenSite.Create(app);
        var path = await site.Draft("test-report", new
        {
            sampleNo = "S1", sampleName = "红富士苹果", reportNo = "NO.1", client = "天山果业", laboratory = "省农检中心", kind = "commissioned",
            basis = "GB 2763", testedOn = "2026-05-03", conclusion = "passed", items = new[] { new { item = "毒死蜱", verdict = "notDetected" } },
        });

        var refused = await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(422, "form/answers-invalid");
        Assert.Equal(["scan"], refused.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        var answers = JsonSerializer.Deserialize<Dictionary<string, object>>((await (await site.Recorder.GetAsync(path)).Read()).GetProperty("answers"))!;
        answers["scan"] = new[] { new { sha256 = await site.Uploaded(SampleFile.Pdf()), name = "检验报告.pdf" } };
        await (await site.Recorder.PutAsync(path, new { answers }, 1)).ShouldBe(HttpStatus.Ok);
        await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(HttpStatus.Ok);
        Assert.Equal("2026-05-03", Text(Assert.Single(await site.Records("?form=test-report")), "day"));
    }

    [Fact]
    public async Task Without_anything_entered_nothing_is_asked_and_lists_are_empty_SR3()
    {
        var site = await GivenSite.Create(app);

        Assert.Empty(await site.Records(""));
        Assert.Empty(await site.Records("?form=test-report"));
    }

    [Fact]
    public async Task Draft_keeps_what_is_wrong_and_its_submission_tells_everything_SR1()
    {
        var site = await GivenSite.Create(app);
        var path = await site.Draft("sanitation", new { place = "包装车间", date = "2099-01-01", result = "sparkling" });

        var refused = await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(422, "form/answers-invalid");
        Assert.Equal(["cleaner", "date", "item", "result"], refused.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        await (await site.Begin("harvest", new { })).ShouldBe(422, "site-record/form-unknown");
        await (await site.Begin("no-such-form", new { })).ShouldBe(422, "site-record/form-unknown");
    }

    [Fact]
    public async Task Deleted_record_says_why_leaves_the_lists_and_stays_readable_SR1()
    {
        var site = await GivenSite.Create(app);
        var path = await site.Submitted("sanitation", GivenSite.Sanitation());

        await (await site.Recorder.DeleteAsync(path)).ShouldBe(422, "site-record/reason-required");
        await (await site.Recorder.SendAsync(HttpMethod.Delete, path + "?reason=重复", null, ("If-Match", "\"1\""))).ShouldBe(412, "common/stale");
        await (await site.Recorder.DeleteAsync(path + "?reason=重复录入")).ShouldBe(HttpStatus.Ok);
        Assert.Empty(await site.Records(""));
        Assert.Equal("重复录入", Text(Assert.Single(await site.Records("?state=deleted")).GetProperty("deleted"), "reason"));
        await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Sanitation() }, 3)).ShouldBe(409, "site-record/deleted");
        await (await site.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(409, "site-record/deleted");
        Assert.Equal("deleted", Text(await (await site.Recorder.GetAsync(path)).Read(), "state"));
    }

    [Fact]
    public async Task Records_are_found_by_form_day_and_words_and_exported_with_their_words()
    {
        var site = await GivenSite.Create(app);
        await site.Submitted("sanitation", GivenSite.Sanitation("2026-05-01", "冷库"));
        await site.Submitted("sanitation", GivenSite.Sanitation("2026-05-09", "包装车间"));
        await site.Draft("training", new { subject = "消防", date = "2026-05-09", attendees = new[] { new { name = "马六" } } });

        Assert.Equal(2, (await site.Records("?form=sanitation")).Count);
        Assert.Equal("冷库", Text(Assert.Single(await site.Records("?to=2026-05-08")), "title"));
        Assert.Equal(2, (await site.Records("?from=2026-05-09&to=2026-05-09")).Count);
        Assert.Equal("消防", Text(Assert.Single(await site.Records("?q=马六")), "title"));
        Assert.Equal("draft", Text(Assert.Single(await site.Records("?state=draft")), "state"));
        var first = await (await site.Recorder.GetAsync(site.Path + "/site-records?limit=2")).Read();
        var rest = await (await site.Recorder.GetAsync($"{site.Path}/site-records?limit=2&cursor={Text(first, "nextCursor")}")).Read();
        Assert.Equal("冷库", Text(Assert.Single(rest.GetProperty("items").EnumerateArray()), "title"));

        var table = await ExportedTable.Of(site.Recorder, site.Path + "/site-records?q=冷库", "csv");
        Assert.Equal(["清洁卫生", "2026-05-01", "冷库", "清洁场所: 冷库；清洁日期: 2026-05-01；清洁人: 张三；清洁项目: 地面；检查结果: 合格", "已提交"], table.Rows[1][1..6]);
        var english = await ExportedTable.Of(site.Recorder, site.Path + "/site-records?q=消防", "csv", "en");
        Assert.Equal("Subject: 消防; Date: 2026-05-09; Attendees: (Name: 马六)", english.Rows[1][4]);
    }

    [Fact]
    public async Task Staff_s_health_is_told_in_numbers_by_the_newest_check_of_each_PB4()
    {
        var site = await GivenSite.Create(app);
        var (first, second) = ("65010319900202001" + Check("65010319900202001"), "65010319900202002" + Check("65010319900202002"));
        await site.Submitted("health-check", Health("张三", Day(-400), Day(-35), first));
        await site.Submitted("health-check", Health("张三", Day(-30), Day(335), first));
        await site.Submitted("health-check", Health("张三", Day(-30), Day(10), second));
        await site.Submitted("health-check", Health("李四", Day(-400), Day(-35)));
        await site.Submitted("health-check", Health("王五", Day(-10), Day(355), result: "unfit"));
        var draft = await site.Draft("health-check", Health("赵六", Day(-10), Day(355)));

        Assert.Equal((4, 2, 1, 2), await Numbers(site));
        await (await site.Recorder.PutAsync(draft + "/submission", new { })).ShouldBe(HttpStatus.Ok);
        Assert.Equal((5, 3, 1, 2), await Numbers(site));
        await (await site.Recorder.DeleteAsync(draft + "?reason=离职")).ShouldBe(HttpStatus.Ok);
        Assert.Equal((4, 2, 1, 2), await Numbers(site));
    }

    [Fact]
    public async Task Id_number_of_a_check_is_masked_everywhere_and_found_nowhere_SC2()
    {
        var site = await GivenSite.Create(app);
        var number = "65010319900202003" + Check("65010319900202003");
        var path = await site.Submitted("health-check", Health("张三", Day(-30), Day(335), number));

        var shown = await (await site.Recorder.GetAsync(path)).Read();
        var masked = Text(shown.GetProperty("answers"), "idNumber");
        Assert.DoesNotContain(number, masked, StringComparison.Ordinal);
        foreach (var read in new[] { path, site.Path + "/site-records", path + "/history", site.Path + "/site-records?format=csv" })
        {
            var text = await site.Recorder.GetStringAsync(read);
            Assert.DoesNotContain(number, text, StringComparison.Ordinal);
            Assert.DoesNotContain("cipher", text, StringComparison.Ordinal);
        }

        Assert.Empty(await site.Records("?q=" + number));
        Assert.Empty(await site.Records("?q=" + shown.GetProperty("answers").GetProperty("idNumber").GetString()![..6]));
        var again = JsonSerializer.Deserialize<Dictionary<string, object>>(shown.GetProperty("answers"))!;
        again["note"] = "复印件已归档";
        var edited = await (await site.Recorder.PutAsync(path, new { answers = again }, 2)).Read();
        Assert.Equal(masked, Text(edited.GetProperty("answers"), "idNumber"));
    }

    [Fact]
    public async Task Record_of_another_enterprise_is_not_there_and_a_regulator_only_looks_AC5()
    {
        var site = await GivenSite.Create(app);
        var other = await GivenSite.Create(app);
        var path = await site.Submitted("sanitation", GivenSite.Sanitation());

        await (await other.Recorder.GetAsync(path)).ShouldBe(404, "common/not-found");
        await (await other.Recorder.DeleteAsync(path + "?reason=x")).ShouldBe(404, "common/not-found");
        await (await other.Recorder.GetAsync(site.Path + "/staff-health")).ShouldBe(404, "common/not-found");
        await (await (await app.As(Role.Regulator, "650100")).GetAsync(path)).ShouldBe(HttpStatus.Ok);
        await (await (await app.As(Role.Regulator, "650100")).DeleteAsync(path + "?reason=x")).ShouldBe(403, "common/forbidden");
    }

    private static async Task<(int Staff, int Valid, int Expiring, int Expired)> Numbers(GivenSite site)
    {
        var health = await (await site.Recorder.GetAsync(site.Path + "/staff-health")).Read();
        int Of(string member) => health.GetProperty(member).GetInt32();
        Assert.Equal(4, health.EnumerateObject().Count());
        return (Of("staff"), Of("valid"), Of("expiring"), Of("expired"));
    }

    private static object Health(string name, string date, string validUntil, string? idNumber = null, string result = "fit") =>
        new { name, post = "包装工", date, institution = "市疾控中心", result, validUntil, idNumber };

    private static char Check(string body)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return "10X98765432"[body.Select((digit, place) => (digit - '0') * weights[place]).Sum() % 11];
    }

    private static string Day(int ahead) =>
        DateTime.UtcNow.AddHours(8).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;
}
