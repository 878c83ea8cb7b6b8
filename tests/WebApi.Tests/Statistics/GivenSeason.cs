using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Bales.Tests;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Statistics.Tests;

/// <summary>
/// A season in which anything happens, in any order: deliveries weighed out late, cards voided, delays, bales of no card, results before
/// their bales, corrections, other policies. Every deed goes through the API; what the rules refuse has not happened.
/// </summary>
internal sealed class GivenSeason
{
    private readonly SuyuanApp app;
    private readonly Random random;
    private readonly List<(GivenGin Gin, GivenCollector[] Lines)> gins = [];
    private readonly List<(GivenGin Gin, string Card)> cards = [];
    private readonly List<(GivenGin Gin, string Ticket, int Grower)> open = [];
    private int results;

    private GivenSeason(SuyuanApp app, int seed) => (this.app, random) = (app, new Random(seed));

    public IReadOnlyList<GivenGin> Gins => [.. gins.Select(one => one.Gin)];

    public static async Task<GivenSeason> Create(SuyuanApp app, int seed)
    {
        var given = new GivenSeason(app, seed);
        for (var gin = 0; gin < 2; gin++)
        {
            var made = await GivenGin.Create(app, growers: 3);
            given.gins.Add((made, [await made.Line(), await made.Line(2)]));
            given.cards.Add((made, await made.Card(quotaKg: 600)));
        }

        return given;
    }

    public async Task Happen(int deeds)
    {
        for (var deed = 0; deed < deeds; deed++) await Deed();
    }

    public Task Deed() => random.Next(20) switch
    {
        < 2 => Print(),
        2 => Weigh(),
        3 => Void(),
        < 7 => Scan(),
        < 13 => Press(),
        13 => Line().Finish(),
        < 18 => Inspect(),
        18 => InspectAhead(),
        _ => SetPolicy(),
    };

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private GivenCollector Line() => One(One(gins).Lines);

    private async Task Print()
    {
        var (gin, grower, weighed) = (One(gins).Gin, random.Next(1, 4), random.Next(4) > 0);
        var ticket = await gin.Ticket(weighed ? random.Next(300, 900) : null, grower);
        if (!weighed) open.Add((gin, ticket, grower));
        cards.Add((gin, (await (await gin.Print(ticket)).Read()).GetProperty("card").GetString()!));
    }

    private async Task Weigh()
    {
        if (open.Count == 0) return;
        var (gin, ticket, grower) = One(open);
        await gin.PutTicket(ticket, random.Next(300, 900), grower);
    }

    private async Task Void()
    {
        var (gin, card) = One(cards);
        await gin.Ginner.DeleteAsync($"{gin.Path}/trace-cards/{card}");
    }

    private async Task Scan() => await Line().Scan(One(cards).Card, random.Next(3));

    private async Task Press() => await Line().Press(random.Next(2_170, 2_370) / 10m);

    /// <summary>Results of some bales; those that had one are corrected.</summary>
    private async Task Inspect()
    {
        var barcodes = await Barcodes();
        if (barcodes.Count > 0) await Import([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => One(barcodes)).Distinct()]);
    }

    /// <summary>The result of a bale that is pressed after it.</summary>
    private async Task InspectAhead()
    {
        var line = Line();
        var barcode = line.Barcode(90_000 + results, DateTimeOffset.UtcNow);
        await Import([barcode]);
        await line.Press(barcode: barcode, at: DateTimeOffset.UtcNow);
    }

    public async Task Import(IReadOnlyCollection<string> barcodes)
    {
        var file = new InspectionFile();
        foreach (var barcode in barcodes)
        {
            // The batch number differs each time, so that no two files are the same file.
            file.Raw(string.Create(CultureInfo.InvariantCulture,
                $"{barcode},{65140000000 + ++results},2026-11-20,白棉3级,{random.Next(285, 296) / 10m},{random.Next(34, 52) / 10m},{random.Next(285, 300) / 10m},{random.Next(800, 850) / 10m},P2,{One(["无", "低", ""])},81.3,7.4,{One(["2.4", "1.9", ""])},"));
        }

        await file.Report(app);
    }

    private async Task SetPolicy()
    {
        var platform = await app.As(Role.Platform);
        var path = $"/api/v1/seasons/{GivenGin.Season}";
        var revision = (await (await platform.GetAsync(path)).Read()).GetProperty("revision").GetInt32();
        object policy = random.Next(4) switch
        {
            0 => new { maximumDelayBales = random.Next(5, 20) },
            1 => new { premium = new { minimumLengthMm = random.Next(288, 292) / 10m, micronaireLevels = new[] { "A", "B1" } } },
            2 => new { standardImpurityPct = random.Next(20, 30) / 10m, conditionedRegainPct = random.Next(80, 90) / 10m },
            _ => new { premium = new { minimumUniformity = 82.0m, foreignFibreAllowed = false } },
        };
        await (await platform.PutAsync(path, policy, revision)).ShouldBe(HttpStatus.Ok);
    }

    public async Task<List<string>> Barcodes()
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select barcode from bales order by 1");
        var barcodes = new List<string>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) barcodes.Add(row.GetString(0));
        return barcodes;
    }

    public async Task<JsonElement> Report(string selector) => await (await (await app.As(Role.Platform)).GetAsync(
        $"/api/v1/statistics/premium-cotton?season={GivenGin.Season}&{selector}")).Read();
}
