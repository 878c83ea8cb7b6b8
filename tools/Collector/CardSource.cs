using System.Text.Json;

namespace Suyuan.Collector;

/// <summary>Where a simulation takes its cards from: a list, a file, or the gin's printed cards.</summary>
internal static class CardSource
{
    private const int CardLength = 20;

    public static async Task<Func<CancellationToken, ValueTask<string?>>?> Open(
        HttpClient http, string gin, string? given, (string User, string Password)? credentials, CancellationToken cancellationToken)
    {
        if (given is null) return null;
        if (given == "auto") return Printed(await SignIn(http, credentials, cancellationToken), gin);

        var text = File.Exists(given) ? await File.ReadAllTextAsync(given, cancellationToken) : given;
        var cards = text.Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (cards.FirstOrDefault(card => card.Length != CardLength || !card.All(char.IsAsciiDigit)) is { } wrong)
            throw new CollectorException($"'{wrong}' is neither a card number of {CardLength} digits nor a file of them.");
        return Next(new(cards), _ => Task.FromResult<Queue<string>?>(null));
    }

    private static Func<CancellationToken, ValueTask<string?>> Next(
        Queue<string> cards, Func<CancellationToken, Task<Queue<string>?>> more) =>
        async cancellationToken =>
        {
            while (cards.Count == 0)
            {
                if (await more(cancellationToken) is not { } page) return null;
                cards = page;
            }

            return cards.Dequeue();
        };

    private static Func<CancellationToken, ValueTask<string?>> Printed(GinClient ginner, string gin)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Next([], async cancellationToken =>
        {
            // Cards leave the list as they are scanned, so each look starts at its head.
            var page = await ginner.Get($"gins/{gin}/trace-cards?state=printed&limit=200", cancellationToken);
            var fresh = page.GetProperty("items").EnumerateArray()
                .Where(card => card.TryGetProperty("quotaKg", out var quota) && quota.ValueKind == JsonValueKind.Number)
                .Select(card => card.GetProperty("card").GetString()!)
                .Where(seen.Add)
                .ToList();
            return fresh.Count == 0 ? null : new(fresh);
        });
    }

    private static async Task<GinClient> SignIn(
        HttpClient http, (string User, string Password)? credentials, CancellationToken cancellationToken) =>
        credentials is var (user, password)
            ? await new GinClient(http).SignIn(user, password, cancellationToken)
            : throw new CollectorException(
                "--cards auto lists the gin's printed cards, for which it needs --user and --password of a ginner.");
}
