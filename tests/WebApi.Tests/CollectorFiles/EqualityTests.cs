using System.Globalization;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Collector;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Seasons;

namespace Suyuan.CollectorFiles.Tests;

/// <summary>
/// The same messages by file and one by one on line, at two gins that differ in nothing but their codes, get the same answers and leave
/// lines, cards and bales alike.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class EqualityTests(SuyuanApp app)
{
    private const int Messages = 100;
    private static readonly decimal[] Quotas = [300, 700, 450, 226, 900, 2_000, 350];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_file_means_what_its_messages_mean_on_line_GL7(long seed)
    {
        var (off, on) = (await GivenOfflineLine.Create(await GivenGin.Create(app)), await GivenOfflineLine.Create(await GivenGin.Create(app)));
        var (offCards, onCards) = (await off.Cards(Quotas), await on.Cards(Quotas));
        // Cards that no file gave to the line are unknown to it.
        var (offAll, onAll) = ((string[])[.. offCards, await off.Gin.Card()], (string[])[.. onCards, await on.Gin.Card()]);
        var said = RandomMessages.Of(seed, Messages, offAll.Length);

        var byFile = await SendAsFiles(off, offAll, said, seed);
        var online = await SendOneByOne(on, onAll, said);

        for (var message = 0; message < said.Count; message++)
            Assert.True(online[message] == byFile[message], $"{said[message]}\non line {online[message]}\nby file {byFile[message]}");
        Assert.Equal(Anonymous((await on.View()).GetRawText(), on, onAll), Anonymous((await off.View()).GetRawText(), off, offAll));
        for (var card = 0; card < offAll.Length; card++)
            Assert.Equal(ProgressOf(await on.Gin.CardView(onAll[card])), ProgressOf(await off.Gin.CardView(offAll[card])));
        Assert.Equal(await Bales(on, onAll), await Bales(off, offAll));
    }

    /// <summary>In a few files, cut anywhere.</summary>
    private async Task<List<string>> SendAsFiles(GivenOfflineLine line, string[] cards, List<RandomMessage> said, long seed)
    {
        var verifier = await app.As(Role.GinVerifier, line.Gin.Gin);
        var answers = new List<string>();
        var size = new Deterministic(seed, 77).Between(20, Messages);
        foreach (var (number, part) in said.Chunk(size).Index())
        {
            var rows = part.Select(message => message.Row(line, cards)).ToList();
            var told = await line.Report(line.File(number + 1, rows), verifier);
            answers.AddRange(told.Select(row => Anonymous(Words(name => row[name]), line, cards)));
        }

        return answers;
    }

    private async Task<List<string>> SendOneByOne(GivenOfflineLine line, string[] cards, List<RandomMessage> said)
    {
        var device = (await line.Gin.Line(line.Line, "IV")).Device;
        var (userName, password) = await app.Account((Role.GinVerifier, line.Gin.Gin));
        var answers = new List<string>();
        foreach (var message in said)
        {
            var (resource, body) = message.Body(line, cards, new { userName, password });
            var answer = await device.PostAsync($"{line.Path}/{resource}", body);
            var text = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            answers.Add(Anonymous(answer.IsSuccessStatusCode ? Words(name => Cell(text, name)) : Refused(text), line, cards));
        }

        return answers;
    }

    private static string Words(Func<string, string> cell) => cell("outcome") == "refused"
        ? cell("code")
        : string.Join(' ', Members.Select(name => $"{name}={cell(name)}"));

    private static string Refused(JsonElement problem) => problem.GetProperty("code").GetString()!;

    private static readonly string[] Members =
        ["card", "position", "delayBales", "traced", "finished", "quotaKg", "processedKg", "overshootKg", "inWork", "warnings"];

    private static string Cell(JsonElement answer, string name) => answer.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(item => item.GetString())),
            JsonValueKind.Null => "",
            JsonValueKind.Number => value.GetDecimal().ToString("0.###", CultureInfo.InvariantCulture),
            _ => value.ToString().Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal),
        }
        : "";

    private static string ProgressOf(JsonElement card) => string.Join(' ', ((string[])["state", "bales", "processedKg", "overshootKg", "line"])
        .Select(name => $"{name}={Cell(card, name)}"));

    private static async Task<List<string>> Bales(GivenOfflineLine line, string[] cards)
    {
        var page = await (await line.Gin.Ginner.GetAsync($"{line.Gin.Path}/bales?limit=200")).Read();
        return
        [
            .. page.GetProperty("items").EnumerateArray()
                .Select(bale => Anonymous(string.Join(' ', ((string[])["barcode", "card", "grossKg", "processedKg", "traced"]).Select(name => Cell(bale, name))), line, cards))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Cards by their place, barcodes and codes without the gin.</summary>
    private static string Anonymous(string text, GivenOfflineLine line, string[] cards)
    {
        foreach (var (place, card) in cards.Index()) text = text.Replace(card, $"card-{place}", StringComparison.Ordinal);
        return text.Replace($"32{line.Gin.Gin}", "32-gin-", StringComparison.Ordinal).Replace($"\"{line.Gin.Gin}\"", "\"gin\"", StringComparison.Ordinal)
            .Replace(line.Gin.UnitName, "unit", StringComparison.Ordinal);
    }
}

/// <summary>A message that can be said by file and on line; cards by their place, barcodes by a number.</summary>
internal sealed record RandomMessage(long Sequence, string Kind, int Card, int? Delay, long Barcode, decimal GrossKg, decimal RegainPct, decimal? ImpurityPct)
{
    public string Row(GivenOfflineLine line, string[] cards) => (Kind == "bale"
        ? new OfflineMessage(Sequence, Kind)
        {
            Barcode = line.Barcode(Barcode), GrossKg = GrossKg, TareKg = 1.4m, RegainPct = RegainPct, ImpurityPct = ImpurityPct,
            PressedAt = GivenOfflineLine.PressedAt,
        }
        : new(Sequence, Kind) { Card = Kind == "finish" ? null : cards[Card], DelayBales = Delay }).ToString();

    public (string Resource, object Body) Body(GivenOfflineLine line, string[] cards, object verifier) => Kind switch
    {
        "scan" => ("scans", new { card = cards[Card], delayBales = Delay, sequence = Sequence }),
        "reopen" => ("reopens", new { card = cards[Card], sequence = Sequence, verifier }),
        "finish" => ("finishes", new { sequence = Sequence }),
        _ => ("bales", new
        {
            barcode = line.Barcode(Barcode), grossKg = GrossKg, tareKg = 1.4m, regainPct = RegainPct, impurityPct = ImpurityPct,
            pressedAt = GivenOfflineLine.PressedAt, sequence = Sequence,
        }),
    };
}

/// <summary>A day with everything that goes wrong: repeats, gaps, double presses, scans out of season, impossible bales.</summary>
internal static class RandomMessages
{
    public static List<RandomMessage> Of(long seed, int count, int cards)
    {
        var random = new Deterministic(seed);
        var said = new List<RandomMessage>();
        for (var sequence = 1L; said.Count < count;)
        {
            if (said.Count > 0 && random.Chance(0.04)) said.Add(random.Pick(said));
            else if (random.Chance(0.02)) said.Add(Message(random, sequence + random.Between(2, 9), cards));
            else said.Add(Message(random, sequence++, cards));
        }

        return said;
    }

    private static RandomMessage Message(Deterministic random, long sequence, int cards) => random.Fraction() switch
    {
        < 0.30 => new(sequence, "scan", random.Between(0, cards - 1), random.Chance(0.6) ? random.Between(-1, 21) % 22 / 6 : null, 0, 0, 0, null),
        < 0.36 => new(sequence, "finish", 0, null, 0, 0, 0, null),
        < 0.42 => new(sequence, "reopen", random.Between(0, cards - 1), null, 0, 0, 0, null),
        < 0.45 => new(sequence, "bale", 0, null, sequence, random.Between(-1, 2), 8.5m, null),
        // A barcode that may have been pressed before, with the same content or another.
        < 0.52 => new(sequence, "bale", 0, null, Math.Max(1, sequence - random.Between(1, 8)), random.Between(226, 227), 8.5m, null),
        _ => new(sequence, "bale", 0, null, sequence, random.Chance(0.5) ? 226 : random.Normal(227, 9, 1), random.Chance(0.5) ? 8.5m : random.Uniform(4, 11, 2),
            random.Chance(0.3) ? random.Uniform(1, 4, 1) : null),
    };
}
