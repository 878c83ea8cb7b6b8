using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.TraceCards.Tests;

/// <summary>
/// What another record's write makes true between a grain's look and its own write: the look passes, and the trigger, which waits for
/// the other transaction, refuses.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class SlippedPastTests(SuyuanApp app)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_card_that_a_line_is_taking_is_not_voided_CD4()
    {
        var given = await GivenGin.Create(app);
        var card = await given.Card();
        var voided = await While(
            """
            select from trace_cards where card = $1 for share;
            insert into card_progress select card, gin, 1, 'queued', unit, 1000, 0, 0, 0, null, now() from trace_cards where card = $1
            """,
            card,
            () => given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}"));
        await voided.ShouldBe(409, "trace-card/not-voidable");
        Assert.Equal("queued", (await given.CardView(card)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_ticket_whose_first_bale_is_being_stored_keeps_its_quota_WT4()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        var changed = await While(
            """
            select from weigh_tickets t join trace_cards c using (gin, ticket) where c.card = $1 for share of t;
            insert into card_progress select card, gin, 1, 'inWork', unit, 1000, 225, 1, 0, null, now() from trace_cards where card = $1
            """,
            card,
            () => given.PutTicket(ticket, 1_200));
        await changed.ShouldBe(409, "weigh-ticket/ginning-begun");
    }

    [Fact]
    public async Task A_ticket_that_is_being_printed_keeps_its_plots_WT4()
    {
        var given = await GivenGin.Create(app, growers: 2);
        var (printed, ticket) = (await given.Card(), await given.Ticket());
        var number = CardNumber.Create(new(given.Gin), GivenGin.Season, 99_999, ModuleType.Round, 1);
        var changed = await While(
            $"""
            select from weigh_tickets where gin = '{given.Gin}' and ticket = '{ticket}' for share;
            insert into trace_cards
            select '{number}', gin, '{ticket}', season, unit, unit_name, grower, grower_masked_name, state, module_type, film_count, copies,
                print_id, exported_to, printed_at, revision
            from trace_cards where card = $1
            """,
            printed,
            () => given.PutTicket(ticket, 1_000, grower: 2));
        await changed.ShouldBe(409, "weigh-ticket/printed");
    }

    [Fact]
    public async Task A_ticket_that_is_being_printed_is_not_withdrawn_WT4()
    {
        var given = await GivenGin.Create(app);
        var (printed, ticket) = (await given.Card(), await given.Ticket());
        var number = CardNumber.Create(new(given.Gin), GivenGin.Season, 99_998, ModuleType.Round, 1);
        var withdrawn = await While(
            $"""
            select from weigh_tickets where gin = '{given.Gin}' and ticket = '{ticket}' for share;
            insert into trace_cards
            select '{number}', gin, '{ticket}', season, unit, unit_name, grower, grower_masked_name, state, module_type, film_count, copies,
                print_id, exported_to, printed_at, revision
            from trace_cards where card = $1
            """,
            printed,
            () => given.Ginner.DeleteAsync($"{given.Path}/weigh-tickets/{ticket}?reason=x"));
        await withdrawn.ShouldBe(409, "weigh-ticket/card-stands");
    }

    /// <summary>Runs the call while a transaction holds what it needs, and commits that once the call waits for it.</summary>
    private async Task<HttpResponseMessage> While(string others, string card, Func<Task<HttpResponseMessage>> call)
    {
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var statement in others.Split(';'))
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction);
            if (statement.Contains("$1", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = card });
            await command.ExecuteNonQueryAsync();
        }

        var answer = call();
        using var deadline = new CancellationTokenSource(Longest);
        while (!answer.IsCompleted && !await WaitsForALock(database, deadline.Token)) await Task.Yield();
        await transaction.CommitAsync();
        return await answer;
    }

    private static async Task<bool> WaitsForALock(NpgsqlDataSource database, CancellationToken deadline)
    {
        await using var command = database.CreateCommand(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
        return (bool)(await command.ExecuteScalarAsync(deadline))!;
    }
}
