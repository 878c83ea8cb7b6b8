using System.Text;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using Suyuan.Filings.Tests;
using static Suyuan.Batches.Tests.GivenBatch;

namespace Suyuan.Batches.Tests;

[Collection(AppCollection.Name)]
public sealed class BatchApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Sixteen_batches_opened_at_once_have_sixteen_numbers_BT1()
    {
        var producer = await GivenProducer.Ready(app);

        var opened = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => producer.Recorder.PostAsync(producer.Path + "/batches", Opening(producer))));

        var numbers = new List<string>();
        foreach (var answer in opened) numbers.Add((await answer.Read()).GetProperty("number").GetString()!);
        Assert.Equal(Enumerable.Range(1, 16).Select(serial => $"{Day(0).Replace("-", "", StringComparison.Ordinal)}{serial:00000}"), numbers.Order());
    }

    [Fact]
    public async Task A_day_has_99999_numbers_BT1()
    {
        var producer = await GivenProducer.Ready(app);
        await producer.Execute("insert into batch_numbers values ($1, $2::date, 99999, 'r')", producer.Code, Day(0));

        await (await producer.Recorder.PostAsync(producer.Path + "/batches", Opening(producer))).ShouldBe(409, "batch/numbers-used-up");
    }

    [Fact]
    public async Task The_same_request_again_opens_nothing_BT1()
    {
        var producer = await GivenProducer.Ready(app);
        var key = Guid.NewGuid().ToString();
        async Task<string> Post() => (await (await producer.Recorder.SendAsync(
            HttpMethod.Post, producer.Path + "/batches", Opening(producer), ("Idempotency-Key", key))).Read()).GetProperty("number").GetString()!;
        var first = await Post();
        // As if the answer that was kept were gone.
        await producer.Execute("delete from idempotency_keys");

        Assert.Equal(first, await Post());
        Assert.Single(GivenProducer.Items(await (await producer.Recorder.GetAsync(producer.Path + "/batches")).Read()));
    }

    [Fact]
    public async Task A_batch_is_edited_on_what_was_seen_BT1()
    {
        var given = await Open(app);
        var plot = await given.Producer.AddPlot("东坡");
        var body = new { zone = given.Producer.Zone, plots = new[] { plot }, answers = Answers("明前茶") };

        await (await given.Recorder.PutAsync(given.Path, body)).ShouldBe(428, "common/if-match-required");
        await (await given.Recorder.PutAsync(given.Path, body, 7)).ShouldBe(412, "common/stale");
        var edited = await (await given.Recorder.PutAsync(given.Path, body, 1)).Read();

        Assert.Equal("明前茶", edited.GetProperty("answers").GetProperty("introduction").GetString());
        await (await given.Recorder.PutAsync(given.Path, new { zone = given.Producer.Zone, plots = new[] { "p9" }, answers = Answers() }, 2))
            .ShouldBe(422, "batch/plot-not-in-zone");
        await (await given.Recorder.PutAsync(given.Path, new { zone = given.Producer.Zone, answers = new { plannedStart = "bald" } }, 2))
            .ShouldBe(422, "form/answers-invalid");
    }

    [Fact]
    public async Task Zone_and_plots_of_a_running_batch_are_not_retired_EN1()
    {
        var producer = await GivenProducer.Ready(app);
        var plot = await producer.AddPlot("东坡");
        var given = await Open(app, producer, plot);
        string[] paths = [$"{producer.Path}/plots/{plot}", $"{producer.Path}/zones/{producer.Zone}"];

        foreach (var path in paths)
        {
            var problem = await (await given.Recorder.DeleteAsync(path)).ShouldBe(409, "enterprise/used-by-batch");
            Assert.Equal(given.Number, problem.GetProperty("arguments").GetProperty("batch").GetString());
        }

        await (await given.Recorder.PutAsync(given.Path + "/completion", new { })).ShouldBe(HttpStatus.Ok);
        foreach (var path in paths) await (await given.Recorder.DeleteAsync(path)).ShouldBe(HttpStatus.Ok);
        await (await producer.Administrator.PutAsync(given.Path + "/reopening", new { reason = "补录" })).ShouldBe(422, "enterprise/unknown-zone");
    }

    [Fact]
    public async Task A_zone_being_retired_and_a_batch_being_opened_there_have_one_winner_EN1()
    {
        for (var round = 0; round < 8; round++)
        {
            var producer = await GivenProducer.Ready(app);
            var opening = producer.Recorder.PostAsync(producer.Path + "/batches", Opening(producer));
            var retiring = producer.Administrator.DeleteAsync($"{producer.Path}/zones/{producer.Zone}");

            var (opened, retired) = ((int)(await opening).StatusCode, (int)(await retiring).StatusCode);

            Assert.True((opened, retired) is (201, 409) or (422, 200) or (409, 200), $"{opened} and {retired}");
        }
    }

    [Fact]
    public async Task The_life_of_a_batch_ends_opens_again_and_ends_in_nothing_BT5()
    {
        var given = await Open(app);
        await (await given.Producer.Administrator.PutAsync(given.Path + "/reopening", new { reason = "x" })).ShouldBe(409, "batch/not-completed");
        await (await given.Recorder.PutAsync(given.Path + "/completion", new { })).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.PutAsync(given.Path + "/reopening", new { reason = "补录" })).ShouldBe(403, "common/forbidden");
        await (await given.Producer.Administrator.PutAsync(given.Path + "/reopening", new { reason = "" })).ShouldBe(422, "batch/reason-required");
        var editability = await given.Read("/editability");
        Assert.False(editability.GetProperty("allowed").GetBoolean());
        Assert.Equal("batch/not-running", editability.GetProperty("refusals")[0].GetProperty("code").GetString());
        await (await given.Producer.Administrator.PutAsync(given.Path + "/reopening", new { reason = "补录" })).ShouldBe(HttpStatus.Ok);

        var voided = await (await given.Recorder.DeleteAsync(given.Path + "?reason=重复建立")).Read();

        Assert.Equal(("void", "重复建立"), (voided.GetProperty("state").GetString(), voided.GetProperty("voided").GetProperty("reason").GetString()));
        await (await given.Post("pruning", Pruning())).ShouldBe(409, "batch/not-running");
        Assert.Equal(4, GivenProducer.Items(await given.Read("/history")).Count());
    }

    /// <summary>The whole way, by the regulator's own decisions; FL5: revoking the enterprise filing stops new batches, not those that run.</summary>
    [Fact]
    public async Task From_the_first_filing_to_a_batch_and_no_further_when_it_is_revoked_FL5()
    {
        var filer = await GivenFiler.Registered(app);
        var producer = await GivenProducer.Of(app, filer.Code);
        await (await producer.SaveProfile()).ShouldBe(409, "enterprise/filing-required");
        var enterprise = await filer.Issued("enterprise");
        var product = await filer.Issued("product");
        await (await producer.SaveProfile()).ShouldBe(HttpStatus.Ok);
        var zone = await producer.Add("zones", new { answers = GivenProducer.ZoneAnswers("一号茶园") });
        var opening = new { productFiling = product, zone, answers = Answers() };
        var batch = await (await filer.Recorder.PostAsync(producer.Path + "/batches", opening)).Read();
        Assert.Equal(("信阳毛尖", "tea"), (batch.GetProperty("productName").GetString(), batch.GetProperty("category").GetString()));

        await (await filer.Regulator.PutAsync($"{GivenFiler.Filings}/{enterprise}/revocation", new { reason = "停产" })).ShouldBe(HttpStatus.Ok);

        await (await filer.Recorder.PostAsync(producer.Path + "/batches", opening)).ShouldBe(409, "enterprise/filing-required");
        await (await filer.Recorder.PostAsync(
            $"{producer.Path}/batches/{batch.GetProperty("number").GetString()}/records", new { stage = "pruning", answers = Pruning() }))
            .ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task A_batch_with_codes_is_not_voided_BT5()
    {
        var given = await Open(app);
        await given.Producer.Execute(
            """
            insert into code_ranges (enterprise, id, batch, length, span, start_code, end_code, checked, codes, bound_at, bound_by, revision, changed_at)
            values ($1, $2, $2, 30, code_span('1' || right($2, 11) || '0', '1' || right($2, 11) || '9'), '1' || right($2, 11) || '0',
                '1' || right($2, 11) || '9', false, 10, now(), 'x', 1, now())
            """, given.Producer.Code, given.Number);

        await (await given.Recorder.DeleteAsync(given.Path)).ShouldBe(409, "batch/codes-bound");
        Assert.Equal("batch/codes-bound", (await given.Read("/editability")).GetProperty("void").GetProperty("refusals")[0].GetProperty("code").GetString());
        await given.Producer.Execute("delete from code_ranges where enterprise = $1", given.Producer.Code);
        await (await given.Recorder.DeleteAsync(given.Path)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task Stages_are_added_and_removed_while_they_are_empty_BT2()
    {
        var given = await Open(app);
        await (await given.Recorder.PutAsync(given.Path + "/stages/nothing", new { })).ShouldBe(422, "batch/unknown-stage");
        await (await given.Recorder.PutAsync(given.Path + "/stages/irrigation", new { })).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.DeleteAsync(given.Path + "/stages/irrigation")).ShouldBe(HttpStatus.Ok);
        await given.Add("pruning", Pruning());

        await (await given.Recorder.DeleteAsync(given.Path + "/stages/pruning")).ShouldBe(409, "batch/stage-not-empty");
        await (await given.Recorder.DeleteAsync(given.Path + "/stages/irrigation")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task The_list_is_filtered_paged_and_exported_BT3()
    {
        var first = await Open(app);
        var second = await Open(app, first.Producer);
        await (await first.Recorder.PutAsync(second.Path + "/completion", new { })).ShouldBe(HttpStatus.Ok);
        async Task<List<string?>> Numbers(string query) => [.. GivenProducer
            .Items(await (await first.Recorder.GetAsync($"{first.Producer.Path}/batches{query}")).Read()).Select(item => item.GetProperty("number").GetString())];

        Assert.Equal([second.Number, first.Number], await Numbers(""));
        Assert.Equal([second.Number], await Numbers("?state=completed"));
        Assert.Equal([second.Number], await Numbers("?limit=1"));
        Assert.Equal([first.Number], await Numbers($"?q={first.Number[^5..]}&product={first.Producer.ProductFiling}&zone={first.Producer.Zone}"));
        Assert.Empty(await Numbers($"?to={Day(1)}"));
        Assert.Equal(2, (await Numbers($"?from={Day(0)}")).Count);
        var csv = await first.Recorder.GetStringAsync(first.Producer.Path + "/batches?format=csv");
        Assert.Contains("进行中", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Regulators_of_the_district_read_and_nobody_else_BT3()
    {
        var given = await Open(app);
        var id = await given.Add("pruning", Pruning());
        var regulator = await app.As(Role.Regulator, GivenProducer.District);
        var stranger = (await GivenProducer.Registered(app)).Recorder;
        string[] below = ["", "/records", $"/records/{id}", $"/records/{id}/history", "/dossier", "/editability", "/history"];

        foreach (var path in below.Select(path => given.Path + path))
        {
            await (await regulator.GetAsync(path)).ShouldBe(HttpStatus.Ok);
            await (await stranger.GetAsync(path)).ShouldBe(404, "common/not-found");
        }

        await (await regulator.PostAsync(given.Path + "/records", new { stage = "pruning", answers = Pruning() })).ShouldBe(403, "common/forbidden");
        await (await regulator.GetAsync($"{given.Producer.Path}/batches/2026010100001")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task The_dossier_is_printed_with_words_for_everything_BT3()
    {
        var producer = await GivenProducer.Ready(app);
        var plot = await producer.AddPlot("东坡<b>");
        var given = await Open(app, producer, plot);
        await given.Add("plucking", Plucking(3, plots: [plot]));
        await given.Add("pest-control", Spraying(4, 7));

        var answer = await given.Recorder.GetAsync(given.Path + "/dossier?format=html");

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single());
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var shown in new[] { given.Number, "径山毛峰", "一号茶园", "东坡&lt;b&gt;", "一芽一叶", "12.5", "违反安全间隔期", "进行中" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        var english = await (await given.Recorder.SendAsync(HttpMethod.Get, given.Path + "/dossier?format=html", null, ("Accept-Language", "en"))).Content.ReadAsStringAsync();
        Assert.Contains("One bud, one leaf", english, StringComparison.Ordinal);
        await (await given.Recorder.GetAsync(given.Path + "/dossier?format=pdf")).ShouldBe(400, "common/malformed-parameter");
    }

    [Fact]
    public async Task A_declaration_is_issued_printed_and_kept_BT6()
    {
        var given = await Open(app);
        var body = new { quantity = 12.5, unit = "kg", basis = new[] { "ownTest", "ownCommitment" } };
        await (await given.Recorder.PostAsync(given.Path + "/declarations", body)).ShouldBe(409, "batch/not-harvested");
        await given.Add("plucking", Plucking(3));
        await (await given.Recorder.GetAsync(given.Path + "/declaration")).ShouldBe(404, "common/not-found");
        await (await given.Recorder.PostAsync(given.Path + "/declarations", new { quantity = -1, unit = "kg" })).ShouldBe(422, "batch/declaration-invalid");

        var issued = await given.Recorder.PostAsync(given.Path + "/declarations", body);

        await issued.ShouldBe(HttpStatus.Created);
        var page = await (await given.Recorder.GetAsync(issued.Headers.Location)).Content.ReadAsStringAsync();
        foreach (var shown in new[] { "承诺达标合格证", "径山毛峰", "12.5 kg", "杭州市余杭区径山镇", "0571-88612345", Day(0), "☑ 自我检测", "☐ 委托检测", "<svg" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        var pdf = await (await given.Recorder.GetAsync(given.Path + "/declaration?format=pdf")).Content.ReadAsByteArrayAsync();
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        Assert.Equal(12.5m, (await given.Read()).GetProperty("declarations")[0].GetProperty("quantity").GetDecimal());

        await given.Add("pest-control", Spraying(4, 7));
        await (await given.Recorder.PostAsync(given.Path + "/declarations", body)).ShouldBe(409, "batch/harvest-violated");
        await (await given.Recorder.GetAsync(given.Path + "/declaration")).ShouldBe(409, "batch/harvest-violated");
    }
}
