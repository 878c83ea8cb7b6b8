namespace Suyuan.Bench;

/// <summary>What a caller asks of a season: a path for each time it is asked, and the milliseconds that 95 of 100 may take.</summary>
internal sealed record SeasonQuestion(string What, string Caller, int TargetMs, Func<SeasonFacts, int, string> Path, int DeepPages = 0)
{
    private const int Page = 50;
    private const int Figures = 100;

    /// <summary>Every list, report and trace of cotton that PF7 means, as the callers of a gin's day ask them.</summary>
    public static IReadOnlyList<SeasonQuestion> All { get; } =
    [
        new("tickets of a gin", "ginner", Page, (s, _) => $"gins/{s.Gin}/weigh-tickets?season={s.Season}&"),
        new("  deep page", "ginner", Page, (s, _) => $"gins/{s.Gin}/weigh-tickets?season={s.Season}&", 20),
        new("  of a grower", "ginner", Page, (s, n) => $"gins/{s.Gin}/weigh-tickets?grower={Of(s.Growers, n)}"),
        new("  by number", "ginner", Page, (s, n) => $"gins/{s.Gin}/weigh-tickets?ticket={Of(s.Tickets, n)}"),
        new("  late", "ginner", Page, (s, _) => $"gins/{s.Gin}/weigh-tickets?late=true"),
        new("deliveries to print", "ginner", Page, (s, n) => $"gins/{s.Gin}/growers/{Of(s.IdNumbers, n)}/deliveries?season={s.Season}"),
        new("cards of a gin", "ginner", Page, (s, _) => $"gins/{s.Gin}/trace-cards?season={s.Season}&"),
        new("  deep page", "ginner", Page, (s, _) => $"gins/{s.Gin}/trace-cards?season={s.Season}&", 20),
        new("  printed, not ginned", "ginner", Page, (s, _) => $"gins/{s.Gin}/trace-cards?state=printed"),
        new("  voided", "ginner", Page, (s, _) => $"gins/{s.Gin}/trace-cards?state=voided"),
        new("  of a grower", "ginner", Page, (s, n) => $"gins/{s.Gin}/trace-cards?grower={Of(s.Growers, n)}"),
        new("  of a ticket", "ginner", Page, (s, n) => $"gins/{s.Gin}/trace-cards?ticket={Of(s.Tickets, n)}"),
        new("  of a unit", "ginner", Page, (s, n) => $"gins/{s.Gin}/trace-cards?unit={Of(s.Units, n)}"),
        new("  of a day", "ginner", Page, (s, n) =>
            $"gins/{s.Gin}/trace-cards?from={Of(s.Days, n)}T00:00:00%2B08:00&to={Of(s.Days, n)}T23:59:59%2B08:00"),
        new("bales of a gin", "ginner", Page, (s, _) => $"gins/{s.Gin}/bales?season={s.Season}&"),
        new("  deep page", "ginner", Page, (s, _) => $"gins/{s.Gin}/bales?season={s.Season}&", 50),
        new("  of a line", "ginner", Page, (s, n) => $"gins/{s.Gin}/bales?line={1 + n % 4}"),
        new("  of a card", "ginner", Page, (s, n) => $"gins/{s.Gin}/bales?card={Of(s.Cards, n)}"),
        new("  of a day", "ginner", Page, (s, n) => $"gins/{s.Gin}/bales?from={Of(s.Days, n)}&to={Of(s.Days, n)}"),
        new("  as the regiment", "regiment", Page, (s, _) => $"gins/{s.Gin}/bales?season={s.Season}"),
        new("growers of a regiment", "regiment", Page, (_, _) => "growers?"),
        new("  deep page", "regiment", Page, (_, _) => "growers?", 10),
        new("  by name", "regiment", Page, (_, _) => "growers?q=王建"),
        new("candidates", "company", Page, (s, _) => $"trace-units/candidates?season={s.Season}"),
        new("units of a regiment", "regiment", Page, (s, _) => $"trace-units?season={s.Season}"),
        new("units of a division", "regulator", Page, (s, _) => $"trace-units?season={s.Season}"),
        new("tickets of a unit", "regiment", Page, (s, n) => $"trace-units/{Of(s.Units, n)}/weigh-tickets"),
        new("cards of a unit", "regiment", Page, (s, n) => $"trace-units/{Of(s.Units, n)}/trace-cards"),
        new("bales of a unit", "regiment", Page, (s, n) => $"trace-units/{Of(s.Units, n)}/bales"),
        new("tickets of a grower", "grower", Page, (s, _) => $"growers/{s.Grower}/weigh-tickets"),
        new("bales of a grower", "grower", Page, (s, _) => $"growers/{s.Grower}/bales"),
        new("tickets of a regiment", "regiment", Page, (s, _) => $"regions/{s.Regiment}/weigh-tickets"),
        new("cards of a regiment", "regiment", Page, (s, _) => $"regions/{s.Regiment}/trace-cards"),
        new("bales of a regiment", "regiment", Page, (s, _) => $"regions/{s.Regiment}/bales"),
        new("bales of a company", "company", Page, (s, _) => $"regions/{s.Company}/bales"),
        new("tickets of a division", "regulator", Page, (s, _) => $"regions/{s.Division}/weigh-tickets"),
        new("cards of a division", "regulator", Page, (s, _) => $"regions/{s.Division}/trace-cards"),
        new("bales of a division", "regulator", Page, (s, _) => $"regions/{s.Division}/bales"),
        new("unit statistics", "regiment", Figures, (s, n) => $"statistics/premium-cotton?season={s.Season}&unit={Of(s.Units, n)}"),
        new("grower's own view", "grower", Page, (s, _) => $"statistics/premium-cotton?season={s.Season}&grower={s.Grower}"),
        new("company report", "company", Page, (s, _) => $"statistics/premium-cotton?season={s.Season}&region={s.Company}"),
        new("regiment report", "regiment", Page, (s, _) => $"statistics/premium-cotton?season={s.Season}&region={s.Regiment}"),
        new("division report", "regulator", Page, (s, _) => $"statistics/premium-cotton?season={s.Season}&region={s.Division}"),
        new("gin report", "ginner", Page, (s, _) => $"statistics/premium-cotton?season={s.Season}&gin={s.Gin}"),
        new("trace of a bale", "ginner", Figures, (s, n) => $"bales/{Of(s.Barcodes, n)}"),
        new("trace of a card", "ginner", Figures, (s, n) => $"gins/{s.Gin}/trace-cards/{Of(s.Cards, n)}"),
    ];

    private static string Of(string[] all, int n) => all[n % all.Length];
}
