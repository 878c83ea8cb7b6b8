using Suyuan.Seasons;

namespace Suyuan.Lookup;

/// <summary>/c/{card}: what the label says, and how far the cotton has come.</summary>
internal static class CardPage
{
    public static string Body(PublicCard card, LookupWords words) => $"""
        <h1>{words.Card}</h1><p class="code">{card.Card}</p>
        <section aria-labelledby="state"><h2 id="state">{words.Progress}</h2>
        <p class="state">{words.Of(card.State)}</p>{Progress(card, words)}</section>
        <section aria-labelledby="label"><h2 id="label">{words.Label}</h2>{LookupPage.Rows(
            (words.Gin, card.Gin.Value),
            (words.Season, card.Season.ToString()),
            (words.Unit, card.UnitName ?? words.IndividualUnit),
            (words.Variety, card.Variety),
            (words.Net, card.NetKg is { } net ? $"{net} kg" : null),
            (words.Module, words.Of(card.ModuleType)),
            (words.Films, $"{card.FilmCount}"),
            (words.PrintedOn, $"{ChinaTime.DateOf(card.PrintedAt):yyyy-MM-dd}"))}</section>
        """;

    private static string Progress(PublicCard card, LookupWords words)
    {
        var bar = card.ProgressPct is { } percent
            ? $"""
              <p><progress max="100" value="{percent}" aria-label="{words.Ginned}">{percent}%</progress><br>{words.Ginned} {percent}%</p>
              """
            : "";
        return bar + LookupPage.Rows((words.BalesSoFar, $"{card.Bales}"), (words.Processed, $"{card.ProcessedKg} kg"));
    }
}
