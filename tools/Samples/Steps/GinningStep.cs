using Suyuan.Collector;

namespace Suyuan.Samples;

/// <summary>
/// Gins 750 bales on each line: the lines in parallel, each of them one message after the other. Off-line lines get their cards by
/// card file first. After so many bales each line's card in work is ended by hand, once.
/// </summary>
internal static class GinningStep
{
    private const int Bales = 750;
    private const int EndedByHandAfter = 703;
    private const int MessagesOfLine = 850;

    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        foreach (var (gin, line, _) in GinStep.Lines.Where(line => line.Model != "VI")) await Export(loading, gin, line, cancellationToken);
        await Loading.Each(GinStep.Lines, async (at, stop) => await Gin(loading, at.Gin, at.Line, at.Model, stop), cancellationToken);
    }

    private static async Task Export(Loading loading, string gin, int line, CancellationToken cancellationToken)
    {
        var cards = await CardsOf(loading, gin, line, "printed", cancellationToken);
        if (cards.Count == 0) return;
        var ginner = await loading.As(SampleAccounts.Ginner(gin), cancellationToken);
        await ginner.Post($"gins/{gin}/lines/{line}/file-keys", new { }, cancellationToken);
        await ginner.Post($"gins/{gin}/card-files", new { line, cards }, cancellationToken);
    }

    private static async Task Gin(Loading loading, string gin, int line, string model, CancellationToken cancellationToken)
    {
        var cards = new Queue<string>(await CardsOf(loading, gin, line, model == "VI" ? "printed" : "exported", cancellationToken));
        var client = new CollectorClient(loading.Http, gin, line, loading.Accounts[SampleAccounts.Collector(gin, line)].Password);
        await Press(loading, client, cards, EndedByHandAfter, cancellationToken);

        var now = await client.GetLine(cancellationToken);
        if (now is { Bales: EndedByHandAfter, InWork: not null })
            await client.Send(LineMessage.Finish(now.LastSequence + 1), cancellationToken);
        await Press(loading, client, cards, Bales, cancellationToken);
    }

    private static async Task Press(
        Loading loading, CollectorClient client, Queue<string> cards, int until, CancellationToken cancellationToken)
    {
        var pressed = (await client.GetLine(cancellationToken)).Bales;
        var options = new LineSimulatorOptions
        {
            Bales = until - pressed,
            Seed = loading.Season,
            CardsAhead = 4,
            NextCard = _ => ValueTask.FromResult(cards.TryDequeue(out var card) ? card : null),
            PressedAt = sequence => loading.Times.Pressing(sequence, MessagesOfLine),
        };
        await new LineSimulator(client, options).Run(cancellationToken);
    }

    /// <summary>The cards meant for a line that are still in this state, in the order of their weighing.</summary>
    private static async Task<List<string>> CardsOf(
        Loading loading, string gin, int line, string state, CancellationToken cancellationToken)
    {
        var cards = await CardStep.CardsByTicket(loading, gin, state, cancellationToken);
        return
        [
            .. loading.Tickets
                .Where(ticket => ticket.Gin == gin && ticket.Line == line && cards.ContainsKey(ticket.Number))
                .Select(ticket => cards[ticket.Number]),
        ];
    }
}
