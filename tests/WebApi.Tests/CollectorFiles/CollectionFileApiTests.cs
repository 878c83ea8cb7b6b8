using System.Text;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Jobs.Tests;

namespace Suyuan.CollectorFiles.Tests;

[Collection(AppCollection.Name)]
public sealed class CollectionFileApiTests(SuyuanApp app)
{
    [Fact]
    public async Task A_collection_file_is_replayed_and_every_row_is_answered_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var cards = await line.Cards(400, 1_000);
        var rows = new[] { GivenOfflineLine.Scan(1, cards[0], 1), GivenOfflineLine.Scan(2, cards[1]), line.Bale(3), line.Bale(4), line.Bale(5), line.Bale(6) };

        var report = await (await line.Upload(line.File(1, rows))).Report(line.Gin.Ginner);

        Assert.Equal((6, 6, 0, 6), (Int(report, "rows"), Int(report, "accepted"), Int(report, "refused"), Int(report, "lastSequence")));
        var told = await line.Rows(report);
        Assert.Equal(("12", "1", "scan", "accepted", "1"), (told[0]["row"], told[0]["sequence"], told[0]["kind"], told[0]["outcome"], told[0]["position"]));
        Assert.Equal(("false", "true", "true"), (told[2]["traced"], told[3]["traced"], told[4]["finished"]));
        Assert.Equal((cards[1], "225"), (told[5]["card"], told[5]["processedKg"]));
        Assert.Equal("finishedAuto", (await line.Gin.CardView(cards[0])).GetProperty("state").GetString());
        Assert.Equal((4, cards[1]), (Int(await line.View(), "bales"), (await line.View()).GetProperty("inWork").GetString()));
    }

    [Fact]
    public async Task A_file_whose_hmac_is_wrong_changes_nothing_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var file = line.File(1, [line.Bale(1)]);
        for (var place = 0; place < file.Length; place += 23)
        {
            var changed = (byte[])file.Clone();
            changed[place] ^= 1;
            Assert.Equal(422, (int)(await line.Upload(changed)).StatusCode);
        }

        var heavier = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(file).Replace("226.4", "236.4", StringComparison.Ordinal));
        await (await line.Upload(heavier)).ShouldBe(422, "collector-file/wrong-seal");
        await (await line.Upload(file[..^1])).ShouldBe(422, "collector-file/wrong-seal");
        await line.NothingHappened();
        await (await line.Upload(file)).Report(line.Gin.Ginner);
        Assert.Equal(1, Int(await line.View(), "bales"));
    }

    [Fact]
    public async Task A_file_of_another_line_is_refused_as_a_whole_GL7()
    {
        var gin = await GivenGin.Create(app);
        var (line, other) = (await GivenOfflineLine.Create(gin), await GivenOfflineLine.Create(gin, 2, "V"));
        var problem = await (await line.Upload(other.File(1, [other.Bale(1)]))).ShouldBe(422, "collector-file/of-another-line");
        Assert.Equal("2", problem.GetProperty("arguments").GetProperty("line").GetString());
        await (await line.Upload(line.File(1, [line.Bale(1)], ("gin", "65999")))).ShouldBe(422, "collector-file/of-another-line");
        await line.NothingHappened();
    }

    [Fact]
    public async Task A_key_that_was_replaced_seals_no_file_any_more_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var file = line.File(1, [line.Bale(1)]);
        await line.NewKey();
        await (await line.Upload(file)).ShouldBe(409, "collector-file/key-replaced");
        await line.NothingHappened();
        await (await line.Upload(line.File(1, [line.Bale(1)]))).Report(line.Gin.Ginner);
    }

    [Theory]
    [InlineData("suyuan-collection-file", 2)]
    [InlineData("key", "one")]
    [InlineData("fileNumber", 0)]
    [InlineData("firstSequence", 2)]
    [InlineData("lastSequence", 7)]
    [InlineData("count", 3)]
    [InlineData("madeAt", "2026-10-12 20:05:11")]
    public async Task A_header_that_says_otherwise_than_the_file_is_named_GL7(string name, object value)
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var problem = await (await line.Upload(line.File(1, [line.Bale(1), line.Bale(2)], (name, value)))).ShouldBe(422, "collector-file/unreadable");
        Assert.StartsWith(name, problem.GetProperty("arguments").GetProperty("expected").GetString(), StringComparison.Ordinal);
        await line.NothingHappened();
    }

    [Fact]
    public async Task What_is_no_collection_file_is_refused_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        foreach (var text in new[] { "", "\r\n", "hello", "suyuan-collection-file,1\r\n", new string('x', 200_000), "PK\u0003\u0004\n\n\n\n\n\n\n\n\n\n\n\n" })
            await (await line.Upload(Encoding.Latin1.GetBytes(text))).ShouldBe(422, "collector-file/unreadable");
        await (await line.Upload(await line.Export())).ShouldBe(422, "collector-file/unreadable");
    }

    [Fact]
    public async Task A_file_twice_is_answered_as_before_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var card = (await line.Cards(400))[0];
        var file = line.File(1, [GivenOfflineLine.Scan(1, card), GivenOfflineLine.Scan(2, card, 0), line.Bale(3), "4,bale,,,x,1,1,1,,", line.Bale(5)]);

        var (first, again) = (await line.Report(file), await line.Report(file));

        Assert.Equal(5, first.Length);
        Assert.Equal(first.Select(Text), again.Select(Text));
        Assert.Equal((2, 5), (Int(await line.View(), "bales"), Int(await line.View(), "lastSequence")));
    }

    [Fact]
    public async Task A_long_file_shows_its_progress_and_counts_to_the_row_GL7()
    {
        const int Rows = 5_000;
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var started = await line.Upload(line.File(1, [.. Enumerable.Range(1, Rows).Select(row => line.Bale(row))]));
        await started.ShouldBe(HttpStatus.Accepted);

        var told = (await line.Gin.Ginner.GetStringAsync(started.Headers.Location + "/events")).Split('\n')
            .Where(text => text.StartsWith("data: ", StringComparison.Ordinal))
            .Select(text => JsonDocument.Parse(text[6..]).RootElement)
            .ToList();

        var done = told.ConvertAll(job => job.GetProperty("done").GetInt64());
        Assert.Equal(done.Order(), done);
        Assert.All(told.Where(job => job.GetProperty("done").GetInt64() > 0), job => Assert.Equal(Rows, Int(job, "total")));
        Assert.Equal((Rows, Rows), (Int(told[^1].GetProperty("report"), "accepted"), Int(await line.View(), "bales")));
        Assert.Equal(Rows, (await line.Rows(told[^1].GetProperty("report"))).Length);
    }

    [Fact]
    public async Task A_file_number_is_one_content_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        await line.Report(line.File(7, [line.Bale(1)]));
        await (await line.Upload(line.File(7, [line.Bale(1), line.Bale(2)]))).ShouldBe(409, "collector-file/exists-with-different-content");
        await line.Report(line.File(3, [line.Bale(2)]));
        var known = await (await line.Gin.Ginner.GetAsync($"{line.Path}/files")).Read();
        Assert.Equal((7, 2), (Int(known, "lastCollectionFile"), Int(await line.View(), "bales")));
    }

    [Fact]
    public async Task Rows_behind_a_gap_wait_and_the_same_file_is_taken_once_the_missing_rows_came_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var later = line.File(2, [line.Bale(3), line.Bale(4)]);

        var gap = await line.Report(later);
        Assert.All(gap, row => Assert.Equal("gin-line/sequence-gap", row["code"]));
        Assert.Contains("1", gap[0]["message"], StringComparison.Ordinal);
        Assert.Equal(0, Int(await line.View(), "bales"));

        await line.Report(line.File(1, [line.Bale(1), line.Bale(2)]));
        Assert.All(await line.Report(later), row => Assert.Equal("accepted", row["outcome"]));
        Assert.Equal((4, 4), (Int(await line.View(), "bales"), Int(await line.View(), "lastSequence")));
    }

    [Fact]
    public async Task Bad_rows_never_stop_good_ones_and_are_answered_by_name_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var card = (await line.Cards(1_000))[0];
        string[] rows =
        [
            line.Bale(1), $"2,scan,{card[..^1]}x,0,,,,,,", $"3,scan,{card},two,,,,,,", "4,dance,,,,,,,,", "5,bale", "no number,bale,,,,,,,,",
            line.Bale(6).Replace("226.4", "226.4567", StringComparison.Ordinal), line.Bale(7).Replace("+08:00", "", StringComparison.Ordinal),
            line.Bale(8, grossKg: 1), "9,reopen\u0000\u00e9,,,,,,,,", line.Bale(10).Replace(",8.5,", ",,", StringComparison.Ordinal), line.Bale(11),
        ];
        var verifier = await app.As(Role.GinVerifier, line.Gin.Gin);
        var file = line.File(1, rows);
        var told = await line.Report(file, verifier);

        Assert.Equal(
            [
                "", "collector-file/row-unreadable", "collector-file/row-unreadable", "collector-file/row-unreadable", "collector-file/row-unreadable",
                "collector-file/sequence-unreadable", "collector-file/row-unreadable", "collector-file/row-unreadable", "bale/impossible-weight",
                "collector-file/row-unreadable", "collector-file/row-unreadable", "",
            ],
            told.Select(row => row["code"]));
        Assert.Equal((2, 11), (Int(await line.View(), "bales"), Int(await line.View(), "lastSequence")));
        Assert.Equal(told.Select(Text), (await line.Report(file, verifier)).Select(Text));
    }

    [Fact]
    public async Task A_reopening_off_line_counts_when_the_verifier_uploads_the_file_GL4()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var card = (await line.Cards(1_000))[0];
        var file = line.File(1, [GivenOfflineLine.Scan(1, card, 0), line.Bale(2), "3,finish,,,,,,,,", $"4,reopen,{card},,,,,,,", line.Bale(5)]);

        await (await line.Upload(file)).ShouldBe(403, "gin-line/verifier-required");
        await line.NothingHappened();

        var told = await line.Report(file, await app.As(Role.GinVerifier, line.Gin.Gin));
        Assert.All(told, row => Assert.Equal("accepted", row["outcome"]));
        Assert.Equal(2, Int(await line.Gin.CardView(card), "bales"));
    }

    [Fact]
    public async Task A_card_of_another_line_s_file_is_unknown_to_this_one_GL1()
    {
        var gin = await GivenGin.Create(app);
        var (line, other) = (await GivenOfflineLine.Create(gin), await GivenOfflineLine.Create(gin, 2, "V"));
        var card = (await line.Cards(1_000))[0];
        var told = await other.Report(other.File(1, [GivenOfflineLine.Scan(1, card, 0), other.Bale(2)]));
        Assert.Equal(("gin-line/card-unknown", "false"), (told[0]["code"], told[1]["traced"]));
    }

    private static string Text(Dictionary<string, string> row) => string.Join(',', row.Values);

    private static int Int(JsonElement view, string name) => view.GetProperty(name).GetInt32();
}

internal static class GivenOfflineLineExtensions
{
    public static async Task NothingHappened(this GivenOfflineLine line)
    {
        var view = await line.View();
        Assert.Equal((0, 0), (view.GetProperty("bales").GetInt32(), view.GetProperty("lastSequence").GetInt32()));
    }
}
