using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Collector;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Reliability.Tests;

/// <summary>What must be true of a gin after whatever happened to its node.</summary>
internal static class Agreement
{
    /// <summary>Line, cards, unit and bales tell the same story, and every chain holds.</summary>
    public static async Task Holds(TestApp node, GivenGin given, string[][] cards, SimulationSummary[] done, int perLine)
    {
        var bales = await AllBales(given);
        Assert.Equal(done.Length * perLine, bales.Count);
        Assert.Equal(bales.Count, bales.Select(bale => bale.GetProperty("barcode").GetString()).Distinct().Count());
        for (var line = 0; line < done.Length; line++)
        {
            var view = await (await given.Ginner.GetAsync($"{given.Path}/lines/{line + 1}")).Read();
            Assert.Equal((perLine, done[line].LastSequence), (view.GetProperty("bales").GetInt64(), view.GetProperty("lastSequence").GetInt64()));
        }

        foreach (var card in cards.SelectMany(one => one))
        {
            var view = await given.CardView(card);
            var own = bales.Where(bale => CardOf(bale) == card).ToList();
            Assert.Equal(own.Count, view.GetProperty("bales").GetInt32());
            Assert.Equal(own.Sum(bale => bale.GetProperty("processedKg").GetDecimal()), view.GetProperty("processedKg").GetDecimal());
        }

        Assert.True((await given.UnitView()).GetProperty("processing").GetBoolean());
        var verified = await (await (await node.As(Role.Platform)).GetAsync("/api/v1/audit/verification")).Read();
        Assert.True(verified.GetProperty("intact").GetBoolean(), verified.ToString());
    }

    private static string? CardOf(JsonElement bale) => bale.TryGetProperty("card", out var card) ? card.GetString() : null;

    private static async Task<List<JsonElement>> AllBales(GivenGin given)
    {
        var bales = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await (await given.Ginner.GetAsync($"{given.Path}/bales?limit=200{(cursor == "" ? "" : $"&cursor={cursor}")}")).Read();
            bales.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        return bales;
    }
}
