using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using static Suyuan.Batches.Tests.GivenBatch;

namespace Suyuan.Batches.Tests;

[Collection(AppCollection.Name)]
public sealed class StageRecordApiTests(SuyuanApp app)
{
    [Fact]
    public async Task A_harvest_inside_the_interval_is_refused_with_the_first_lawful_day_BT4()
    {
        var given = await Open(app);
        await given.Add("pest-control", Spraying(10, 7));

        var problem = await (await given.Post("plucking", Plucking(4))).ShouldBe(422, "batch/harvest-too-early");

        Assert.Equal(Day(3), problem.GetProperty("arguments").GetProperty("lawfulFrom").GetString());
        Assert.Contains(Day(3), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await given.Add("plucking", Plucking(3));
    }

    [Fact]
    public async Task Pest_control_recorded_later_marks_the_harvest_and_its_correction_unmarks_it_BT4()
    {
        var given = await Open(app);
        var harvest = await given.Add("plucking", Plucking(4));
        var spraying = await given.Add("pest-control", Spraying(10, 7));

        var marked = await given.Record(harvest);
        Assert.Equal((Day(3), 2), (marked.GetProperty("lawfulFrom").GetString(), marked.GetProperty("revision").GetInt32()));
        Assert.Equal(Day(3), GivenProducer.Items(await given.Read("/records?stage=plucking")).Single().GetProperty("lawfulFrom").GetString());
        // What was read before the mark is not what stands now.
        await (await given.Recorder.PutAsync($"{given.Path}/records/{harvest}", new { answers = Plucking(4, 15) }, 1)).ShouldBe(412, "common/stale");
        await (await given.Recorder.PutAsync($"{given.Path}/records/{harvest}", new { answers = Plucking(4, 15) }, 2)).ShouldBe(HttpStatus.Ok);

        await (await given.Recorder.PutAsync($"{given.Path}/records/{spraying}", new { answers = Spraying(10, 5) }, 1)).ShouldBe(HttpStatus.Ok);

        var unmarked = await given.Record(harvest);
        Assert.False(unmarked.TryGetProperty("lawfulFrom", out _));
        Assert.Equal(4, unmarked.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_harvest_and_its_pest_control_recorded_at_once_never_look_lawful_BT4()
    {
        for (var round = 0; round < 8; round++)
        {
            var given = await Open(app);
            var harvesting = given.Post("plucking", Plucking(4));
            var spraying = given.Post("pest-control", Spraying(10, 7));
            await (await spraying).ShouldBe(HttpStatus.Created);

            var answer = await harvesting;
            if ((int)answer.StatusCode == HttpStatus.Created)
                Assert.True((await given.Record((await answer.Read()).GetProperty("id").GetString()!)).TryGetProperty("lawfulFrom", out _));
            else await answer.ShouldBe(422, "batch/harvest-too-early");
        }
    }

    [Fact]
    public async Task Sixteen_edit_one_record_at_once_and_one_wins_BT3()
    {
        var given = await Open(app);
        var id = await given.Add("pruning", Pruning());

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            given.Recorder.PutAsync($"{given.Path}/records/{id}", new { answers = Pruning(number + 11) }, 1)));

        var winner = await Assert.Single(answers, answer => (int)answer.StatusCode == HttpStatus.Ok).Read();
        foreach (var loser in answers.Where(answer => (int)answer.StatusCode != HttpStatus.Ok)) await loser.ShouldBe(412, "common/stale");
        Assert.Equal(winner.GetProperty("occurredOn").GetString(), (await given.Record(id)).GetProperty("occurredOn").GetString());
        Assert.Equal(2, GivenProducer.Items(await given.Read($"/records/{id}/history")).Count());
    }

    [Fact]
    public async Task A_draft_keeps_what_is_wrong_and_a_submission_names_all_of_it_BT3()
    {
        var given = await Open(app);
        var id = await given.Add("pruning", new { manner = "?", more = 1 });

        var problem = await (await given.Recorder.PutAsync($"{given.Path}/records/{id}/submission", new { })).ShouldBe(422, "form/answers-invalid");

        var wrong = problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).ToHashSet();
        Assert.Subset(wrong, new HashSet<string> { "date", "manner", "more" });
        Assert.Equal("?", (await given.Record(id)).GetProperty("answers").GetProperty("manner").GetString());
    }

    [Fact]
    public async Task A_record_names_plots_of_its_batch_BT1()
    {
        var producer = await GivenProducer.Ready(app);
        var (own, other) = (await producer.AddPlot("东坡"), await producer.AddPlot("西坡"));
        var (narrow, wide) = (await Open(app, producer, own), await Open(app, producer));
        async Task<HttpResponseMessage> Submitted(GivenBatch given, string plot)
        {
            var id = await given.Add("plucking", Plucking(4, plots: [plot]));
            return await given.Recorder.PutAsync($"{given.Path}/records/{id}/submission", new { });
        }

        await (await Submitted(narrow, own)).ShouldBe(HttpStatus.Ok);
        await (await Submitted(wide, other)).ShouldBe(HttpStatus.Ok);
        var problem = await (await Submitted(narrow, other)).ShouldBe(422, "form/answers-invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty("plots[0]", out _));
    }

    [Fact]
    public async Task A_submitted_record_is_deleted_with_a_reason_and_its_history_stays_BT3()
    {
        var given = await Open(app);
        var id = await given.Add("pruning", Pruning());
        var path = $"{given.Path}/records/{id}";
        await (await given.Recorder.PutAsync(path + "/submission", new { })).ShouldBe(HttpStatus.Ok);

        await (await given.Recorder.DeleteAsync(path)).ShouldBe(422, "batch/reason-required");
        var deleted = await (await given.Recorder.DeleteAsync(path + "?reason=重复录入")).Read();

        Assert.Equal("重复录入", deleted.GetProperty("deleted").GetProperty("reason").GetString());
        await (await given.Recorder.GetAsync(path)).ShouldBe(404, "common/not-found");
        await (await given.Recorder.DeleteAsync(path)).ShouldBe(404, "common/not-found");
        Assert.Equal(3, GivenProducer.Items(await given.Read($"/records/{id}/history")).Count());
        Assert.Empty(GivenProducer.Items(await given.Read("/records")));
        Assert.Equal(0, (await given.Read()).GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("stage").GetString() == "pruning").GetProperty("records").GetInt32());
    }

    [Fact]
    public async Task Records_are_listed_by_stage_and_time_page_by_page_BT3()
    {
        var given = await Open(app);
        foreach (var ago in new[] { 3, 9, 6 }) await given.Add("pruning", Pruning(ago));
        await given.Add("sale", new { date = Day(1) });

        var first = await given.Read("/records?stage=pruning&limit=2");
        var second = await given.Read($"/records?stage=pruning&limit=2&cursor={first.GetProperty("nextCursor").GetString()}");

        Assert.Equal([Day(9), Day(6), Day(3)], GivenProducer.Items(first).Concat(GivenProducer.Items(second)).Select(record => record.GetProperty("occurredOn").GetString()));
        Assert.Equal([Day(6)], GivenProducer.Items(await given.Read($"/records?from={Day(7)}&to={Day(4)}")).Select(record => record.GetProperty("occurredOn").GetString()));
        var csv = await given.Recorder.GetStringAsync(given.Path + "/records?format=csv&stage=pruning");
        Assert.Equal(4, csv.Trim().Split('\n').Length);
        Assert.Equal(4, (await given.Read("/records?state=draft")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task No_record_of_a_day_is_shown_twice_or_left_out_BT3()
    {
        var given = await Open(app);
        var added = new List<string>();
        for (var number = 0; number < 12; number++) added.Add(await given.Add("pruning", Pruning()));

        var shown = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = await given.Read("/records?limit=1" + next);
            shown.AddRange(GivenProducer.Items(page).Select(record => record.GetProperty("id").GetString()!));
            next = page.TryGetProperty("nextCursor", out var cursor) && cursor.GetString() is { } more ? "&cursor=" + more : null;
        }

        Assert.Equal(added, shown);
    }

    [Fact]
    public async Task The_same_record_again_is_added_once_BT3()
    {
        var given = await Open(app);
        Task<HttpResponseMessage> Post(object answers) => given.Recorder.SendAsync(
            HttpMethod.Post, given.Path + "/records", new { stage = "pruning", answers }, ("Idempotency-Key", given.Number + given.Producer.Code));
        var first = await (await Post(Pruning())).Read();
        await given.Producer.Execute("delete from idempotency_keys");

        var again = await (await Post(Pruning())).Read();
        await given.Producer.Execute("delete from idempotency_keys");

        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        await (await Post(Pruning(7))).ShouldBe(409, "batch/record-exists-with-different-content");
    }

    [Fact]
    public async Task Inputs_are_drawn_with_the_record_and_come_back_with_it_BT4_SR2()
    {
        var given = await Open(app);
        await given.Producer.Execute("insert into inputs values ($1, 'item', 'pesticide', '苦参碱', 'L', '', false, 1, now())", given.Producer.Code);
        await given.Producer.Execute(
            """
            insert into input_lots (enterprise, id, item, words, purchased_on, quantity, retired, revision, changed_at)
            values ($1, 'lot-1', 'item', '', '2026-01-01', 5, false, 1, now())
            """, given.Producer.Code);
        static object[] Uses(decimal quantity) => [new { lot = "lot-1", quantity }];

        var record = await given.Add("pest-control", Spraying(10, 7, inputs: Uses(3)));
        var problem = await (await given.Post("pest-control", Spraying(10, 7, inputs: Uses(3)))).ShouldBe(409, "input/insufficient-stock");
        Assert.Equal(2, decimal.Parse(problem.GetProperty("arguments").GetProperty("left").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        await (await given.Recorder.PutAsync($"{given.Path}/records/{record}", new { answers = Spraying(10, 7, inputs: Uses(6)) }, 1))
            .ShouldBe(409, "input/insufficient-stock");
        await (await given.Recorder.PutAsync($"{given.Path}/records/{record}", new { answers = Spraying(10, 7, inputs: Uses(5)) }, 1)).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.DeleteAsync($"{given.Path}/records/{record}")).ShouldBe(HttpStatus.Ok);

        await given.Add("pest-control", Spraying(10, 7, inputs: Uses(5)));
        Assert.Single(GivenProducer.Items(await given.Read("/records")));
    }

    [Fact]
    public async Task Two_records_that_want_the_last_of_a_lot_have_one_winner_SR2()
    {
        var given = await Open(app);
        var other = await Open(app, given.Producer);
        await given.Producer.Execute("insert into inputs values ($1, 'item', 'pesticide', '苦参碱', 'L', '', false, 1, now())", given.Producer.Code);
        await given.Producer.Execute(
            """
            insert into input_lots (enterprise, id, item, words, purchased_on, quantity, retired, revision, changed_at)
            values ($1, 'lot-1', 'item', '', '2026-01-01', 5, false, 1, now())
            """, given.Producer.Code);
        object[] uses = [new { lot = "lot-1", quantity = 3 }];

        var answers = await Task.WhenAll(given.Post("pest-control", Spraying(10, 7, inputs: uses)), other.Post("pest-control", Spraying(10, 7, inputs: uses)));

        Assert.Single(answers, answer => (int)answer.StatusCode == HttpStatus.Created);
        await Assert.Single(answers, answer => (int)answer.StatusCode != HttpStatus.Created).ShouldBe(409, "input/insufficient-stock");
    }

    [Theory]
    [InlineData("{}", 400, "common/malformed")]
    [InlineData("""{"stage":"pruning"}""", 400, "common/malformed")]
    [InlineData("""{"stage":"pruning","answers":[]}""", 400, "common/malformed")]
    [InlineData("""{"stage":"pruning","answers":null}""", 400, "common/malformed")]
    [InlineData("""{"stage":"batch","answers":{}}""", 422, "batch/unknown-stage")]
    [InlineData("""{"stage":"","answers":{}}""", 422, "batch/unknown-stage")]
    public async Task Body_that_says_nothing_sensible_is_a_clear_problem(string body, int status, string code)
    {
        var given = await Open(app);

        await (await given.Recorder.SendRaw(HttpMethod.Post, given.Path + "/records", body)).ShouldBe(status, code);
    }
}
