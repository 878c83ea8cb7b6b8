using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Publishing;

namespace Suyuan.Lookup.Tests;

/// <summary>Views as publishing would make them, put by the test, so that a test of look-ups says itself what is published.</summary>
internal sealed class FakeViews : IPublicViews
{
    public const string Enterprise = "91330100799655058B";

    private readonly ConcurrentDictionary<string, PublicView> views = new();

    public int Reads { get; private set; }

    public PublicView this[string batch]
    {
        set => views[batch] = value;
    }

    public Task<PublicView?> Of(string enterprise, string batch)
    {
        Reads++;
        return Task.FromResult(views.GetValueOrDefault(batch));
    }

    public static FormText Text(string zh, string en) => new() { Zh = zh, En = en };

    /// <summary>A batch of apples whose stages these are, so many records each.</summary>
    public static PublicView View(string batch, DateOnly today, params (string Item, string Zh, string En, int Records)[] stages)
    {
        var tabs = stages.Select(stage => new PublicTab(
            stage.Item, true, Text(stage.Zh, stage.En), null,
            [.. Enumerable.Range(1, stage.Records).Select(number => Record(number, stage.Zh))])).ToList();
        return new()
        {
            Enterprise = CreditCode.Parse(Enterprise, null), Batch = batch, MadeOn = today,
            Basic = new("阿克苏<果业>有限公司", "652901", "新疆维吾尔自治区阿克苏地区阿克苏市", "红富士苹果", Text("水果", "Fruit"), [Profile()]),
            Tabs = tabs,
            Timeline = [.. tabs.SelectMany(tab => tab.Records.Select((record, at) => new PublicMoment(record.Day!.Value, tab.Item, tab.Label, at)))],
            Notices = [], Files = [Picture],
        };
    }

    public static PublicFile Picture { get; } = new(new string('a', 64), "image/jpeg");

    private static PublicSection Profile() => new("zone", Text("生产区环境", "Growing zone"),
    [
        new() { Key = "environment", Label = Text("环境描述", "Environment"), Text = Text("空气清新，水源为冰川融水。", "Clean air, glacier water.") },
        new() { Key = "photos", Label = Text("照片", "Photos"), Files = [Picture] },
        new() { Key = "place", Label = Text("坐标", "Place"), Place = JsonNode.Parse("""{"type":"Point","coordinates":[80.26,41.17]}""") },
        new()
        {
            Key = "honours", Label = Text("荣誉", "Honours"), Columns = [Text("名称", "Name"), Text("年份", "Year")],
            Rows = [[new(Text("绿色食品", "Green food"), []), new(Text("2025", "2025"), [])]],
        },
    ]);

    private static PublicRecord Record(int number, string zh) => new(
        new DateOnly(2026, 3, 1).AddDays(number), null, null,
        [
            new("record", Text("记录", "Record"),
            [
                new() { Key = "manner", Label = Text("方式", "Manner"), Text = Text($"{zh}第{number}次 <b>滴灌</b>", $"Round {number} <b>drip</b>") },
                new() { Key = "note", Label = Text("说明", "Note"), Text = Text(new string('好', 60), new string('x', 60)) },
            ]),
        ]);
}
