using System.Globalization;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Sensors;
using Suyuan.SiteRecords;

namespace Suyuan.Publishing;

/// <summary>The tabs of deep trace (深度追溯) and their time line.</summary>
internal sealed class PublicTabs(PublicMaterial material, FormCatalogue forms, PublicWords words)
{
    private const string Batch = "batch";
    private const string Sensors = "sensors";
    private readonly PublicAnswers answers = new(material, words);

    /// <summary>The batch, its stages in the order of its menu, then what the enterprise published of itself.</summary>
    public IReadOnlyList<PublicTab> All()
    {
        var records = material.Records.ToLookup(record => record.Item);
        var stages = material.Stages.Select(stage => new PublicTab(stage, true, forms.NameOf(stage), null, Records(records[stage])));
        var site = SiteItem.AllOf(forms).Select(item => Site(item, records[item.Item]));
        return [.. stages.Concat(site).Where(tab => tab.Records.Count > 0 || tab.Summary is not null)];
    }

    public static IReadOnlyList<PublicMoment> TimelineOf(IEnumerable<PublicTab> tabs) =>
    [
        .. tabs.Where(tab => tab.IsStage && tab.Item != Batch)
            .SelectMany(tab => tab.Records.Select((record, place) => (tab, record, place)))
            .Where(one => one.record.Day is not null)
            .Select(one => new PublicMoment(one.record.Day!.Value, one.tab.Item, one.tab.Label, one.place))
            .OrderBy(moment => moment.Day),
    ];

    private PublicTab Site(SiteItem item, IEnumerable<RawRecord> records) => item.Item switch
    {
        // Never a record, whatever the database gave: health is told as a sentence alone (PB4).
        SiteRecordForms.HealthCheck => new(item.Item, false, item.Label, material.StaffHealth is { } health ? SummaryOf(health) : null, []),
        Sensors => new(item.Item, false, item.Label, null, Readings(item)),
        _ => new(item.Item, false, item.Label, null, Records(records)),
    };

    private List<PublicRecord> Records(IEnumerable<RawRecord> records) => [.. records.Select(Record).OfType<PublicRecord>()];

    // A form may have left the catalogue with its folder: what was asked is not known any more, nor what of it is personal.
    private PublicRecord? Record(RawRecord record) => forms.Find(record.Form, record.FormVersion) is { } form
        ? new(record.Day, PublicAnswers.TitleOf(form, record.Answers), record.LawfulFrom, answers.Sections(form, record.Answers))
        : null;

    private static FormText? SummaryOf(StaffHealth health) => health switch
    {
        { Staff: 0 } => null,
        _ when health.Valid == health.Staff => new()
        {
            Zh = $"全部 {health.Staff} 名员工持有效健康证明", En = $"All {health.Staff} staff hold valid health certificates",
        },
        _ => new()
        {
            Zh = $"{health.Staff} 名员工中 {health.Valid} 名持有效健康证明",
            En = $"{health.Valid} of {health.Staff} staff hold valid health certificates",
        },
    };

    private List<PublicRecord> Readings(SiteItem item) =>
    [
        .. (material.Sensors ?? []).GroupBy(reading => reading.Name).Select(sensor => new PublicRecord(
            sensor.Max(reading => reading.Day), FormWords.Plain(PersonalTraces.RemovedFrom(sensor.Key)), null,
            [new(item.Item, item.Label, [.. sensor.Select(Reading)])])),
    ];

    private static string EnglishOf(SensorQuantity quantity) => quantity switch
    {
        SensorQuantity.CarbonDioxide => "CO₂",
        SensorQuantity.SoilPh => "Soil pH",
        // SoilMoisture is read as “Soil moisture”.
        _ => string.Concat(quantity.ToString().Select((letter, at) =>
            at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")),
    };

    private static PublicField Reading(RawReading reading)
    {
        // Of pH the name is the unit.
        var unit = reading.Quantity is SensorQuantity.SoilPh ? null : QuantityTraits.Of(reading.Quantity).Unit;
        var mean = PublicWords.Amount(reading.Mean, unit);
        return new()
        {
            Key = reading.Quantity.Stored(),
            Label = new()
            {
                Zh = TableWords.Of(reading.Quantity, Language.Chinese), En = EnglishOf(reading.Quantity),
            },
            Text = new()
            {
                Zh = string.Create(CultureInfo.InvariantCulture, $"平均 {mean.Zh}（{reading.Min} 至 {reading.Max}）"),
                En = string.Create(CultureInfo.InvariantCulture, $"mean {mean.En} ({reading.Min} to {reading.Max})"),
            },
        };
    }
}
