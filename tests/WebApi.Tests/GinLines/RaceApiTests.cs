using System.Collections.Concurrent;
using Suyuan.Common.Tests;

namespace Suyuan.GinLines.Tests;

/// <summary>64 clients at once: one winner, and the others are told by name.</summary>
[Collection(AppCollection.Name)]
public sealed class RaceApiTests(SuyuanApp app)
{
    private const int Clients = 64;

    [Fact]
    public async Task One_ticket_printed_twice_with_the_same_print_id_is_one_card_CD3()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => given.Print(ticket, "same")));
        var cards = await Task.WhenAll(answers.Select(async answer => (await answer.Read()).GetProperty("card").GetString()));
        Assert.Single(cards.Distinct());
    }

    [Fact]
    public async Task One_ticket_printed_under_many_ids_has_one_winner_CD1()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => given.Print(ticket, $"p{n}")));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var loser in answers.Where(answer => !answer.IsSuccessStatusCode)) await loser.ShouldBe(409, "trace-card/already-printed");
    }

    [Fact]
    public async Task One_card_scanned_on_many_lines_is_on_one_CD5()
    {
        var given = await GivenGin.Create(app);
        var card = await given.Card();
        var collectors = new ConcurrentBag<GivenCollector>();
        for (var line = 1; line <= Clients; line++) collectors.Add(await given.Line(line));

        var answers = await Task.WhenAll(collectors.Select(collector => collector.Scan(card, 0)));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var loser in answers.Where(answer => !answer.IsSuccessStatusCode)) await loser.ShouldBe(409, "trace-card/on-another-line");
        var views = await Task.WhenAll(collectors.Select(collector => collector.View()));
        Assert.Single(views, view => view.GetProperty("queue").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Voiding_and_scanning_at_once_leaves_the_card_voided_or_on_the_line_CD4()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        for (var round = 0; round < 10; round++)
        {
            var card = await given.Card();
            var scan = collector.Scan(card, 0);
            var voided = given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}");
            var (scanned, gone) = ((await scan).IsSuccessStatusCode, (await voided).IsSuccessStatusCode);
            Assert.True(scanned ^ gone, $"scanned {scanned}, voided {gone}");
        }
    }
}
