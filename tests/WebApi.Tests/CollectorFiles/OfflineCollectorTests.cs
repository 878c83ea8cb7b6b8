using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Collector;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.CollectorFiles.Tests;

/// <summary>The reference collector of models IV and V: out with the card file, a day's work off line, back with the collection file.</summary>
[Collection(AppCollection.Name)]
public sealed class OfflineCollectorTests(SuyuanApp app) : IDisposable
{
    private readonly DeviceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_day_off_line_arrives_as_the_collector_saw_it_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        foreach (var quota in (decimal[])[1_000, 2_300, 226, 5_000]) await line.Gin.Card(quota);
        var (userName, password) = await app.Account((Role.Ginner, line.Gin.Gin), (Role.GinVerifier, line.Gin.Gin));
        var person = await new GinClient(app.NewClient()).SignIn(userName, password, default);
        var verifier = new GinClient(await app.As(Role.GinVerifier, line.Gin.Gin));

        OfflineCollector.Register(folder.Device, line.Key);
        using var collector = OfflineCollector.Open(folder.Device);
        collector.Import(await person.ExportCards(line.Gin.Gin, line.Line, folder.Disk, default));
        var simulator = new OfflineSimulator(collector, new(line.Gin.Gin, line.Line), TimeProvider.System);
        simulator.Run(4);
        var ended = collector.Line.InWork!.Number;
        Assert.Null(collector.Finish());
        simulator.Run(13);
        Assert.Null(collector.Reopen(ended));
        simulator.Run(13);
        var file = collector.Collect(folder.Disk, DateTimeOffset.UtcNow)!;
        var report = await verifier.Upload(line.Gin.Gin, line.Line, file, null, default);

        Assert.Equal((report.Rows, 0), (report.Accepted, report.Refused));
        Assert.Equal((collector.Line.LastSequence, 30), (report.LastSequence, (await line.View()).GetProperty("bales").GetInt32()));
        Assert.Equal(collector.Line.Queue, (await line.View()).GetProperty("queue").EnumerateArray().Select(card => card.GetProperty("card").GetString()));
        foreach (var card in collector.Line.Cards.Values) Assert.Equal((card.ProcessedKg, card.Bales), await Progress(line, card.Number));

        collector.Import(await person.ExportCards(line.Gin.Gin, line.Line, folder.Disk, default));
        Assert.Null(collector.Collect(folder.Disk, DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task A_collector_that_was_killed_goes_on_and_nothing_counts_twice_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        await line.Gin.Card(100_000);
        OfflineCollector.Register(folder.Device, line.Key);
        using (var collector = OfflineCollector.Open(folder.Device)) collector.Import(folder.OnDisk("cards.csv", await line.Export()));

        for (var kill = 1; kill <= 3; kill++)
        {
            using var work = Process.Start(new ProcessStartInfo("dotnet", [typeof(OfflineCollector).Assembly.Location, "work", "--device", folder.Device, "--bales", "1000000"]))!;
            await Grown(kill * 4_000);
            work.Kill();
            await work.WaitForExitAsync();
        }

        using var again = OfflineCollector.Open(folder.Device);
        new OfflineSimulator(again, new(line.Gin.Gin, line.Line), TimeProvider.System).Run(1);
        var rows = File.ReadAllLines(again.Collect(folder.Disk, DateTimeOffset.UtcNow)!)[11..];
        Assert.Equal(Enumerable.Range(1, rows.Length).Select(n => (long)n), rows.Select(row => OfflineMessage.Parse(row).Sequence));
        Assert.Equal(again.Line.LastSequence, rows.Length);
        Assert.Equal(again.Line.Bales, rows.Count(row => row.Contains(",bale,", StringComparison.Ordinal)));
        await line.Report(line.File(1, rows));
        Assert.Equal(again.Line.Bales, (await line.View()).GetProperty("bales").GetInt64());
    }

    [Theory]
    [InlineData("7,bale,,,3265")]
    [InlineData("not a line at all\n")]
    [InlineData("1,finish,,,,,,,, 00000000\n2,finish,,,,,,,, 00000000\n")]
    public async Task A_journal_cut_short_by_a_loss_of_power_is_whole_up_to_there_GL7(string torn)
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        OfflineCollector.Register(folder.Device, line.Key);
        using (var collector = OfflineCollector.Open(folder.Device)) Press(line, collector, 5);
        File.AppendAllText(folder.Journal, torn);
        using (var collector = OfflineCollector.Open(folder.Device)) Press(line, collector, 1);
        using var again = OfflineCollector.Open(folder.Device);
        Assert.Equal((6, 6), (again.Line.Bales, again.Line.LastSequence));
    }

    [Fact]
    public async Task A_collector_reads_the_card_files_of_its_own_line_only_newest_last_GL7()
    {
        var gin = await GivenGin.Create(app);
        var (line, other) = (await GivenOfflineLine.Create(gin), await GivenOfflineLine.Create(gin, 2, "V"));
        var card = await gin.Card();
        var first = folder.OnDisk("1.csv", await line.Export());
        await (await gin.Ginner.DeleteAsync($"{gin.Path}/trace-cards/{card}")).ShouldBe(HttpStatus.Ok);
        var second = folder.OnDisk("2.csv", await line.Export());
        OfflineCollector.Register(folder.Device, line.Key);
        using var collector = OfflineCollector.Open(folder.Device);

        var foreign = await other.Export();
        Assert.Throws<CollectorException>(() => collector.Import(folder.OnDisk("x.csv", foreign)));
        var changed = File.ReadAllText(first).Replace(",1000,", ",9999,", StringComparison.Ordinal);
        Assert.Throws<CollectorException>(() => collector.Import(folder.OnDisk("x.csv", Encoding.ASCII.GetBytes(changed))));
        Assert.Throws<CollectorException>(() => collector.Import(folder.OnDisk("x.csv", "hello"u8.ToArray())));
        Assert.Empty(collector.Line.Cards);

        collector.Import(first);
        collector.Import(first);
        Assert.Equal(card, Assert.Single(collector.Line.Cards).Key);
        collector.Import(second);
        Assert.Empty(collector.Line.Cards);
        Assert.Throws<CollectorException>(() => collector.Import(first));
        Assert.Throws<CollectorException>(() => OfflineCollector.Register(folder.Device, other.Key));
    }

    [Fact]
    public async Task A_collector_says_the_manual_s_messages_by_itself_GL1()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var (first, second) = (await line.Gin.Card(200), await line.Gin.Card(600));
        OfflineCollector.Register(folder.Device, line.Key);
        using var collector = OfflineCollector.Open(folder.Device);
        Assert.Equal("当前追溯卡号不存在，请从客户端导入信息。", collector.Scan(first)?.Message);
        collector.Import(folder.OnDisk("cards.csv", await line.Export()));
        Assert.Equal("请企业输入当前加工需要延迟的包数", collector.Scan(first)?.Message);
        Assert.Equal("gin-line/delay-out-of-range", collector.Scan(first, 21)?.Code);
        Assert.Null(collector.Scan(first, 1));
        Assert.Equal("扫描追溯卡号正在加工，请勿扫描", collector.Scan(first)?.Message);
        Assert.Null(collector.Scan(second));
        Assert.Equal("gin-line/card-already-queued", collector.Scan(second)?.Code);
        Press(line, collector, 2);
        Assert.Equal("扫描追溯卡号已经结束，无法使用", collector.Scan(first)?.Message);
        Assert.Equal((second, "gin-line/card-complete", "gin-line/card-not-finished"), (collector.Line.InWork?.Number, collector.Reopen(first)?.Code, collector.Reopen(second)?.Code));
        Assert.Null(collector.Finish());
        Assert.Equal("gin-line/nothing-in-work", collector.Finish()?.Code);
    }

    [Fact]
    public async Task The_queue_of_a_collector_holds_ten_cards_GL1()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var cards = await line.Cards([.. Enumerable.Repeat(500m, 11)]);
        OfflineCollector.Register(folder.Device, line.Key);
        using var collector = OfflineCollector.Open(folder.Device);
        collector.Import(folder.OnDisk("cards.csv", await line.Export()));
        foreach (var card in cards[..10]) Assert.Null(collector.Scan(card, 0));
        Assert.Equal("gin-line/queue-full", collector.Scan(cards[10])?.Code);
    }

    [Fact]
    public async Task A_new_collector_of_a_line_goes_on_where_the_platform_stands_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        await line.Report(line.File(41, [line.Bale(1), line.Bale(2)]));
        await line.NewKey();
        OfflineCollector.Register(folder.Device, line.Key);
        using var collector = OfflineCollector.Open(folder.Device);
        collector.Import(folder.OnDisk("cards.csv", await line.Export()));
        Press(line, collector, 1);
        var told = await line.Report(File.ReadAllBytes(collector.Collect(folder.Disk, DateTimeOffset.UtcNow)!));
        Assert.Equal(("3", "accepted"), (told[0]["sequence"], told[0]["outcome"]));
    }

    private static void Press(GivenOfflineLine line, OfflineCollector collector, int bales)
    {
        for (var bale = 0; bale < bales; bale++)
        {
            var sequence = collector.Line.LastSequence + 1;
            collector.Press(new()
            {
                Sequence = sequence, Barcode = line.Barcode(sequence), GrossKg = 226.4m, TareKg = 1.4m, RegainPct = 8.5m, PressedAt = GivenOfflineLine.PressedAt,
            });
        }
    }

    private static async Task<(decimal, int)> Progress(GivenOfflineLine line, string card)
    {
        var view = await line.Gin.CardView(card);
        return (view.GetProperty("processedKg").GetDecimal(), view.GetProperty("bales").GetInt32());
    }

    /// <summary>Waits until the journal has so many bytes, told by the file system.</summary>
    private async Task Grown(long bytes)
    {
        using var watcher = new FileSystemWatcher(folder.Device) { NotifyFilter = NotifyFilters.Size | NotifyFilters.LastWrite };
        var grown = new TaskCompletionSource();
        watcher.Changed += (_, _) => Look();
        watcher.EnableRaisingEvents = true;
        Look();
        await grown.Task.WaitAsync(TimeSpan.FromMinutes(1));

        void Look()
        {
            if (new FileInfo(folder.Journal) is { Exists: true, Length: var length } && length >= bytes) grown.TrySetResult();
        }
    }
}
