using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.GinLines;
using Suyuan.IdentityCodes;
using Suyuan.Measures;
using Suyuan.Sensors;
using Suyuan.TraceCards;
using Suyuan.WeighTickets;

namespace Suyuan.Interchange.Tests;

/// <summary>
/// The documents of one card and of one batch, kept beside this test and held to the standard's own JSON schema by tests/Epcis.Tests. Run
/// with SUYUAN_UPDATE=1 to write them anew.
/// </summary>
public sealed class EpcisDocumentTests
{
    private static readonly EpcisNames Names = new("https://trace.example.cn");
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly BaleBarcode First = BaleBarcode.Parse("32651402611101221550010000100001", null);
    private static readonly BaleBarcode Second = BaleBarcode.Parse("32651402611101221550010000100002", null);

    private static CottonFacts Card => new()
    {
        Card = CardNumber.Create(new("65140"), 2026, 1, ModuleType.Round, 12),
        Gin = GinCode.Parse("65140", null),
        Season = new(2026),
        Unit = "u1",
        UnitName = "一四三团1连单元",
        Grower = "g1",
        GrowerMaskedName = "张*",
        State = CardState.FinishedAuto,
        ModuleType = ModuleType.Round,
        FilmCount = 2,
        PrintedAt = Noon,
        Ticket = new()
        {
            Number = TicketNumber.Parse("T-1", null),
            GrossKg = Kilograms.Of(12_000),
            NetKg = Kilograms.Of(2_500),
            QuotaKg = Kilograms.Of(400),
            ConditionedLintPct = 40.5m,
            Variety = "新陆早50号",
            GrossAt = Noon.AddHours(-2),
            Revision = 2,
        },
        Ginning = new(Kilograms.Of(400), Kilograms.Of(452), Kilograms.Of(52)),
        Plots = [new("08-143-001-P1", "地块1", 600)],
        Bales = [Bale(First, 1), Bale(Second, 2) with { Inspection = Inspected }],
    };

    private static CottonFacts Voided => Card with
    {
        State = CardState.Voided, Bales = [], Ginning = null, VoidedAt = Noon.AddHours(3),
        Reprints = [new(2, "标签破损", Noon.AddHours(1), "gin-1")],
    };

    private static Inspection Inspected => new()
    {
        Barcode = Second, Batch = "65140161077", InspectedOn = new(2026, 11, 21), ColourGrade = ColourGrade.Parse("31", null), LengthMm = 29.3m,
        Micronaire = 4.4m, Strength = 29.8m, Uniformity = 82.5m, Import = 7,
    };

    private static BaleFacts Bale(BaleBarcode barcode, int hours) => new()
    {
        Barcode = barcode, Line = 1, GrossKg = Kilograms.Of(227), TareKg = Kilograms.Of(1), NetKg = Kilograms.Of(226), RegainPct = 8.5m,
        ImpurityPct = 2.4m, ProcessedKg = Kilograms.Of(226), PressedAt = Noon.AddHours(hours),
    };

    private static BatchView Batch => new()
    {
        Enterprise = CreditCode.Parse("91330100799655058B", null), Number = BatchNumber.Parse("2026032000001", null), ProductName = "径山毛峰",
        Category = "tea", ProductFiling = "0123456789abcdef0123", Zone = "aaaaaaaaaaaaaaaaaaaa", Plots = ["bbbbbbbbbbbbbbbbbbbb"],
        Opened = new("recorder", Noon.AddMonths(-8)),
    };

    private static readonly StageRecordView[] Records =
    [
        Record("pruning", 1, """{"date":"2026-03-21","manner":"light"}"""),
        Record("plucking", 2, """{"date":"2026-04-02","grade":"oneLeaf","quantity":25,"unit":"jin","harvestLot":"H 1"}"""),
        Record("drying", 3, """{"date":"2026-04-02","inputQuantity":12.5,"outputQuantity":3.1,"moistureAfter":6.5,"temperature":85}"""),
        Record("inspection", 4, """{"date":"2026-04-03","result":"passed"}"""),
        Record("packing", 5, """{"date":"2026-04-04","packingLot":"P-1","specification":"250 g","quantity":12,"unit":"box"}"""),
        Record("storage", 6, """{"warehouse":"1号库","quantity":12,"unit":"box","temperature":4,"humidity":60}"""),
        Record("transport", 7, """{"departedOn":"2026-04-06","arrivedOn":"2026-04-07","from":"杭州","to":"上海","quantity":12,"unit":"box"}"""),
        Record("sale", 8, """{"date":"2026-04-08","buyer":"上海茶行","quantity":12,"unit":"box"}"""),
    ];

    private static readonly TracedCodes[] Codes =
    [
        new()
        {
            Batch = Batch.Number, Id = "cccccccccccccccccccc", Start = "33011000010010000017", End = "33011000010010000994", Codes = 98,
            FrozenCodes = 10, Checked = true, BoundAt = Noon,
            Freezes =
            [
                new(
                    1, IdentityCode.Parse("33011000010010000017", null), IdentityCode.Parse("33011000010010000109", null),
                    new("administrator", Noon.AddDays(1), "抽检不合格"), new("administrator", Noon.AddDays(3), "复检合格")),
            ],
        },
    ];

    private static readonly TracedTest[] Tests =
        [new("dddddddddddddddddddd", 2, new(2026, 4, 5), "J-2026-118", "浙江省农产品检测中心", "passed")];

    private static readonly SensorDay[] Sensors =
    [
        new("eeeeeeeeeeeeeeeeeeee", new(2026, 4, 1), [
            new(SensorQuantity.AirTemperature, 8.5m, 21.3m, 14.25m), new(SensorQuantity.RelativeHumidity, 55, 98, 80.5m),
            new(SensorQuantity.Illuminance, 0, 64_000, 18_400), new(SensorQuantity.SoilPh, 4.9m, 5.1m, 5),
        ]),
    ];

    private static BatchHistory History => new(Records, Codes, Tests, Sensors);

    private static StageRecordView Record(string stage, int day, string answers) => new()
    {
        Id = $"{day:00000000000000000000}", Revision = 1, Stage = stage, FormVersion = 1, Answers = new(answers), State = StageRecordState.Submitted,
        OccurredOn = new(2026, 4, day),
    };

    private static async Task<string> Written(IEnumerable<EpcisEvent> events)
    {
        using var stream = new MemoryStream();
        await new EpcisDocument(Names, Noon, events.ToAsyncEnumerable()).Write(stream, default);
        var indented = new JsonSerializerOptions(SuyuanJson.Options) { WriteIndented = true };
        return JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!.ToJsonString(indented) + "\n";
    }

    private static Task<string> CardDocument() => Written(new CottonEvents(Card, Names).OfCard());

    private static Task<string> BatchDocument() => Written(new BatchEvents(Batch, FormCatalogue.Load(), Names).Of(History));

    private static Task<string> VoidedDocument() => Written(new CottonEvents(Voided, Names).OfCard());

    private static Task<string> BaleDocument() => Written(new CottonEvents(Card, Names).OfCardAnd(Second));

    private static Task<string> UntracedDocument() => Written(
        new BaleEvents(Card.Gin, Names).OfUntraced(
            Bale(First, 3) with { Inspection = Inspected with { Barcode = First, InspectedOn = null }, ReportedAt = Noon.AddDays(4) }));

    private static List<string> Faults(string document) => EpcisRules.FaultsOf(JsonDocument.Parse(document).RootElement);

    [Fact]
    public async Task Card_is_told_as_kept_IX1() => Kept("card.epcis.json", await CardDocument());

    [Fact]
    public async Task Batch_is_told_as_kept_IX1() => Kept("batch.epcis.json", await BatchDocument());

    [Fact]
    public async Task Bale_is_told_as_kept_IX1() => Kept("bale.epcis.json", await BaleDocument());

    [Fact]
    public async Task Bale_without_a_card_is_told_as_kept_IX1() => Kept("untraced-bale.epcis.json", await UntracedDocument());

    [Fact]
    public async Task Voided_card_with_a_reprint_is_told_as_kept_IX1() => Kept("voided-card.epcis.json", await VoidedDocument());

    [Fact]
    public void Drafts_are_no_events_IX1()
    {
        var drafts = Records.Select(record => record with { State = StageRecordState.Draft }).ToArray();
        Assert.Single(new BatchEvents(Batch, FormCatalogue.Load(), Names).Of(new(drafts, [], [], [])));
    }

    [Fact]
    public void Bale_is_not_inspected_before_it_is_pressed_IX1()
    {
        var sameDay = Bale(First, 3) with { Inspection = Inspected with { InspectedOn = new(2026, 11, 20) } };
        var events = new BaleEvents(Card.Gin, Names).OfUntraced(sameDay).ToList();
        Assert.All(events, told => Assert.Equal("2026-11-20T15:00:00+08:00", told.Json["eventTime"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("\"OBSERVE\"", "\"observe\"")]
    [InlineData("\"receiving\"", "\"harvesting\"")]
    [InlineData("\"in_progress\"", "\"ripe\"")]
    [InlineData("\"eventTimeZoneOffset\": \"\\u002B08:00\"", "\"eventTimeZoneOffset\": \"8\"")]
    [InlineData("\"TransformationEvent\"", "\"GinningEvent\"")]
    [InlineData("\"KGM\"", "\"kilograms\"")]
    [InlineData("https://trace.example.cn/c/", "no uri ")]
    [InlineData("\"epcisBody\"", "\"body\"")]
    public async Task Broken_document_is_told_from_a_sound_one_IX1(string sound, string broken)
    {
        var document = await CardDocument();
        Assert.Contains(sound, document, StringComparison.Ordinal);
        Assert.NotEmpty(Faults(document.Replace(sound, broken, StringComparison.Ordinal)));
    }

    [Fact]
    public void Same_event_has_the_same_id_in_every_export_IX1()
    {
        static List<string> Ids(IEnumerable<EpcisEvent> events) => [.. events.Select(told => told.Json["eventID"]!.GetValue<string>())];

        var card = Ids(new CottonEvents(Card, Names).OfCard());
        var bale = Ids(new CottonEvents(Card, Names).OfCardAnd(First));

        Assert.Equal(card.Count, card.Distinct().Count());
        Assert.Equal(card.Take(4), bale);
    }

    [Fact]
    public void Ids_are_uuids_of_version_5_IX1() =>
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", EpcisEvent.IdOf("bale/1").ToString());

    private static void Kept(string name, string document, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, name);
        if (Environment.GetEnvironmentVariable("SUYUAN_UPDATE") == "1") File.WriteAllText(path, document);
        Assert.Empty(Faults(document));
        Assert.Equal(File.ReadAllText(path), document);
    }
}
