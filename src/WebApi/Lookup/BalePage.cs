using System.Globalization;
using Suyuan.Bales;
using Suyuan.Seasons;

namespace Suyuan.Lookup;

/// <summary>/b/{barcode}: a bale, its quality, and the card and unit that its cotton came from.</summary>
internal static class BalePage
{
    public static string Body(BaleAnswer bale, PublicCard? card, LookupWords words) => $"""
        <h1>{words.Bale}</h1><p class="code">{bale.Barcode}</p>
        <section aria-labelledby="quality"><h2 id="quality">{words.Quality}</h2>{Quality(bale, words)}</section>
        <section aria-labelledby="origin"><h2 id="origin">{words.Origin}</h2>{Origin(bale, card, words)}</section>
        <section aria-labelledby="weights"><h2 id="weights">{words.Weights}</h2>{LookupPage.Rows(
            (words.Gross, $"{bale.GrossKg} kg"),
            (words.Net, $"{bale.NetKg} kg"),
            (words.Conditioned, string.Create(CultureInfo.InvariantCulture, $"{bale.ConditionedKg:0.##} kg")),
            (words.Regain, string.Create(CultureInfo.InvariantCulture, $"{bale.RegainPct:0.##} %")))}{Warnings(bale, words)}</section>
        """;

    private static string Quality(BaleAnswer bale, LookupWords words)
    {
        var state = $"""<p class="state{(bale.Premium == PremiumState.Premium ? " good" : "")}">{words.Of(bale.Premium)}</p>""";
        return bale.Inspection is not { } inspection ? state : state + LookupPage.Rows(
            (words.QualityMark, inspection.QualityMark),
            (words.Length, string.Create(CultureInfo.InvariantCulture, $"{inspection.LengthMm:0.0} mm")),
            (words.Micronaire, string.Create(CultureInfo.InvariantCulture, $"{inspection.Micronaire:0.0} ({inspection.MicronaireLevel})")),
            (words.Strength, string.Create(CultureInfo.InvariantCulture, $"{inspection.Strength:0.0} cN/tex")));
    }

    private static string Origin(BaleAnswer bale, PublicCard? card, LookupWords words)
    {
        var rows = LookupPage.Rows(
            (words.Gin, bale.Gin.Value),
            (words.Season, bale.Season.ToString()),
            (words.PressedOn, $"{ChinaTime.DateOf(bale.PressedAt):yyyy-MM-dd}"),
            (words.Unit, card is null ? words.Untraced : card.UnitName ?? words.IndividualUnit),
            (words.Variety, card?.Variety));
        return card is null ? rows : $"""{rows}<p><a href="/c/{card.Card}">{words.Card} {card.Card}</a></p>""";
    }

    private static string Warnings(BaleAnswer bale, LookupWords words)
    {
        if (bale.Warnings.IsEmpty) return "";
        var items = string.Concat(bale.Warnings.Select(warning => $"<li>{words.Of(warning)}</li>"));
        return $"""<h2 class="warn">{words.Warnings}</h2><ul class="warn">{items}</ul>""";
    }
}
