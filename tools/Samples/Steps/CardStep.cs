namespace Suyuan.Samples;

/// <summary>Prints the cards.</summary>
internal static class CardStep
{
    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        // Every gin's cards in the order of weighing, so that a gin's serial numbers follow it.
        var gins = loading.Tickets.Where(ticket => ticket.Printed).GroupBy(ticket => ticket.Gin);
        await Loading.Each(gins, (gin, stop) => PrintAll(loading, gin.Key, [.. gin], stop), cancellationToken);
    }

    public static async Task<Dictionary<string, string>> CardsByTicket(
        Loading loading, string gin, string state, CancellationToken cancellationToken)
    {
        var ginner = await loading.As(SampleAccounts.Ginner(gin), cancellationToken);
        var cards = await ginner.List($"gins/{gin}/trace-cards?state={state}&season={loading.Season}", cancellationToken);
        return cards.ToDictionary(card => card.GetProperty("ticket").GetString()!, card => card.GetProperty("card").GetString()!);
    }

    private static async ValueTask PrintAll(Loading loading, string gin, SampleTicket[] tickets, CancellationToken cancellationToken)
    {
        var ginner = await loading.As(SampleAccounts.Ginner(gin), cancellationToken);
        foreach (var some in tickets.Chunk(Loading.Parallelism / 2))
            await Task.WhenAll(some.Select(ticket => Print(ginner, ticket, cancellationToken)));
    }

    private static Task<Answer> Print(Api ginner, SampleTicket ticket, CancellationToken cancellationToken) => ginner.Post(
        $"gins/{ticket.Gin}/trace-cards",
        new { printId = $"sample-{ticket.Number}", ticket = ticket.Number, ticket.ModuleType, filmCount = ticket.Films, copies = 1 },
        cancellationToken);
}
