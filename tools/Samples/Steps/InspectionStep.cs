using System.Globalization;
using System.Text.Json;
using Suyuan.Collector;

namespace Suyuan.Samples;

/// <summary>Public inspection results of most bales, about 65 of 100 premium.</summary>
internal static class InspectionStep
{
    private const string Header = "条码,批号,检验日期,颜色级,长度,马克隆值,断裂比强度,长度整齐度,轧工质量,异性纤维,反射率,黄色深度,含杂率";
    private const double Inspected = 0.92;
    private const double Premium = 0.65;
    private const int BalesOfBatch = 186;

    private static readonly string[] Colours = ["11", "21", "21", "31", "31", "31", "41", "12"];
    private static readonly string[] Quality = ["P1", "P2", "P2", "P2", "P3"];

    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        var inspector = await loading.As(SampleAccounts.Inspector, cancellationToken);
        var rows = new List<string> { Header };
        foreach (var gin in SampleAccounts.Gins)
        {
            var ginner = await loading.As(SampleAccounts.Ginner(gin), cancellationToken);
            var bales = await ginner.List($"gins/{gin}/bales?season={loading.Season}", cancellationToken);
            rows.AddRange(bales
                .OrderBy(bale => bale.GetProperty("barcode").GetString(), StringComparer.Ordinal)
                .GroupBy(bale => bale.GetProperty("line").GetInt32())
                .SelectMany(line => line.Select((bale, at) => Row(loading, gin, line.Key, at, bale)).OfType<string>()));
        }

        await inspector.ImportByJob("inspections/imports", string.Join('\n', rows), cancellationToken);
    }

    private static string? Row(Loading loading, string gin, int line, int at, JsonElement bale)
    {
        var random = new Deterministic(loading.Season, gin[^1], line, at);
        if (!random.Chance(Inspected)) return null;
        var (length, micronaire, strength) = Fibre(random);
        var batch = string.Create(CultureInfo.InvariantCulture, $"{gin}{loading.Season % 100:00}{line}{at / BalesOfBatch + 1:000}");
        var day = bale.GetProperty("pressedAt").GetDateTimeOffset().ToOffset(SampleTimes.China).Date.AddDays(2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{bale.GetProperty("barcode").GetString()},{batch},{day:yyyy-MM-dd},{random.Pick(Colours)},{length},{micronaire},{strength},"
            + $"{random.Uniform(81.5, 85.5, 1)},{random.Pick(Quality)},{(random.Chance(0.02) ? "低" : "无")},{random.Uniform(78, 83, 1)},"
            + $"{random.Uniform(7, 9, 1)},{random.Uniform(1.8, 3.2, 1)}");
    }

    /// <summary>Premium by 双29B2, or short of it in one property.</summary>
    private static (decimal Length, decimal Micronaire, decimal Strength) Fibre(Deterministic random)
    {
        var length = random.Uniform(29.0, 30.6, 1);
        var micronaire = random.Uniform(3.7, 4.9, 1);
        var strength = random.Uniform(29.0, 31.8, 1);
        if (random.Chance(Premium)) return (length, micronaire, strength);
        return random.Between(0, 2) switch
        {
            0 => (random.Uniform(27.6, 28.9, 1), micronaire, strength),
            1 => (length, random.Uniform(5.0, 5.3, 1), strength),
            _ => (length, micronaire, random.Uniform(26.4, 28.9, 1)),
        };
    }
}
