using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Growers;
using Suyuan.TraceCards;

namespace Suyuan.Seasons.Tests;

/// <summary>What the generator makes in bulk is what the product would have made message by message, and the product goes on with it.</summary>
public sealed class GeneratedSeasonTests(GeneratedSeason season) : IClassFixture<GeneratedSeason>
{
    private static readonly string[] Derived =
    [
        "regions", "growers", "plots", "trace_units", "trace_unit_members", "trace_unit_plots", "weigh_tickets", "trace_cards",
    ];

    private static string Path => $"/api/v1/gins/{GeneratedSeason.Gin}";

    [Fact]
    public async Task A_generated_season_has_the_size_that_was_asked_for_PF7()
    {
        Assert.Equal(1_000, await season.Ask<long>("select count(*) from growers"));
        Assert.InRange(await season.Ask<long>("select count(*) from weigh_tickets"), 9_000, 11_000);
        Assert.InRange(await season.Ask<long>("select count(*) from bales"), 60_000, 70_000);
        var untraced = await season.Ask<double>("select avg((card is null)::int)::float8 from bales");
        Assert.InRange(untraced, 0.03, 0.07);
        Assert.InRange(await season.Ask<double>("select avg((select count(*) from inspections i where i.barcode = b.barcode))::float8 from bales b"), 0.95, 1);
    }

    [Fact]
    public async Task Every_chain_of_a_generated_season_is_intact_PF7()
    {
        var answer = await (await (await season.App.As(Role.Platform)).GetAsync("/api/v1/audit/verification")).Read();
        Assert.True(answer.GetProperty("intact").GetBoolean(), answer.ToString());
        Assert.NotEqual(0, await season.Ask<long>("select count(*) from grain_history where kind = 'trace-card' and version = 2"));
    }

    [Fact]
    public async Task The_triggers_derive_from_generated_records_what_was_generated_PF7()
    {
        await using var connection = await season.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Do("set local session_replication_role = replica");
        foreach (var table in Derived) await Do($"create temp table generated_{table} on commit drop as select * from {table}");
        await Do("create temp table generated_progress on commit drop as select * from card_progress");
        await Do("delete from card_progress; delete from waiting_cards; delete from trace_unit_processing");
        foreach (var table in Derived) await Do($"delete from {table}");
        await Do("set local session_replication_role = origin");
        foreach (var kind in (string[])["region", "grower", "trace_unit", "weigh_ticket", "trace_card"])
            await Do($"update grain_state_{kind} set version = version");

        foreach (var table in Derived)
        {
            Assert.True(await Ask($"select count(*) from {table}") > 0, table);
            Assert.True(await Ask($"select count(*) from (table {table} except all table generated_{table}) d") == 0, table);
            Assert.True(await Ask($"select count(*) from (table generated_{table} except all table {table}) d") == 0, table);
        }

        await transaction.RollbackAsync();

        async Task Do(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }

        async Task<long> Ask(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    [Theory]
    [InlineData("select count(*) from bales b where b.season <> (select min(season) from weigh_tickets)")]
    [InlineData("""
        select count(*) from card_progress p
        left join (select card, sum(processed_kg) as kg, count(*) as bales from bales where card is not null group by card) b using (card)
        where p.processed_kg <> coalesce(b.kg, 0) or p.bales <> coalesce(b.bales, 0)
        """)]
    [InlineData("""
        select count(*) from card_progress p
        join lateral (select processed_kg from bales b where b.card = p.card order by pressed_at desc limit 1) crossing on true
        where p.state = 'finishedAuto' and not (p.processed_kg >= p.quota_kg and p.processed_kg - crossing.processed_kg < p.quota_kg)
            or p.state <> 'finishedAuto' and p.processed_kg >= p.quota_kg
        """)]
    [InlineData("""
        select count(*) from card_progress p join trace_cards c using (card) join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
        where p.quota_kg <> t.quota_kg or p.unit <> c.unit or c.state = 'voided' or p.gin <> c.gin
        """)]
    [InlineData("select count(*) from bales b join trace_cards c using (card) where b.unit <> c.unit or b.gin <> c.gin")]
    [InlineData("""
        select count(*) from trace_cards c join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
        where exists (select from unnest(t.plots) p left join trace_unit_plots u on u.season = t.season and u.plot = p
            where u.unit is distinct from c.unit or u.grower <> t.grower)
        """)]
    [InlineData("select count(*) from bales b join trace_cards c using (card) where b.pressed_at < c.printed_at")]
    [InlineData("select count(*) from bales where barcode !~ '^[0-9]{32}$' or substr(barcode, 3, 5) <> gin")]
    [InlineData("""
        select count(*) from (
            select (s.state ->> 'number')::int as line, queued ->> 'card' as card, place
            from grain_state s cross join jsonb_array_elements(s.state -> 'queue') with ordinality q (queued, place)
            where s.kind = 'gin-line') q
        full join (select card, line, state from card_progress where line is not null) p using (card)
        where q.line is distinct from p.line or p.state <> case place when 1 then 'inWork' else 'queued' end
        """)]
    [InlineData("""
        select count(*) from trace_cards c left join card_progress p using (card) full join waiting_cards w on w.card = c.card and w.gin = c.gin
        where (w.card is not null) <> (c.card is not null and c.state <> 'voided' and p.card is null)
        """)]
    public async Task No_generated_row_contradicts_another_PF7(string contradictions) =>
        Assert.Equal(0, await season.Ask<long>(contradictions));

    [Fact]
    public async Task Generated_numbers_pass_for_what_they_are_PF7()
    {
        var personal = season.App.Services.GetRequiredService<IPersonalData>();
        await using var command = season.Database.CreateCommand(
            "select state ->> 'revision', key, state -> 'number' ->> 'keyId', state -> 'number' ->> 'cipher' from grain_state where kind = 'grower'");
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var number = personal.Reveal(new() { KeyId = reader.GetString(2), Cipher = reader.GetString(3) });
                Assert.True(PersonNumber.TryParse(number, null, out _), number);
                Assert.Equal("grower-" + personal.Hash(number), reader.GetString(1));
            }
        }

        await using var cards = season.Database.CreateCommand("select card from trace_cards");
        await using var rows = await cards.ExecuteReaderAsync();
        while (await rows.ReadAsync()) Assert.True(CardNumber.TryParse(rows.GetString(0), null, out _), rows.GetString(0));
    }

    [Fact]
    public async Task Statistics_of_a_generated_season_count_its_raw_rows_ST5()
    {
        var report = await (await (await season.App.As(Role.Platform)).GetAsync(
            $"/api/v1/statistics/premium-cotton?season={season.Size.Season}&region=08")).Read();
        var totals = report.GetProperty("totals");
        Assert.Equal(await season.Ask<long>("select count(*) from bales where unit is not null"), totals.GetProperty("traced").GetInt64());
        Assert.Equal(
            await season.Ask<decimal>("select sum(t.net_kg) from weigh_tickets t join trace_cards c using (gin, ticket) where c.state <> 'voided'"),
            totals.GetProperty("netKg").GetDecimal());
        Assert.Equal(
            await season.Ask<decimal>("""
                select sum(round(b.net_kg * (100 - coalesce(i.impurity_pct, 2.5)) * 108.5 / (97.5 * (100 + b.regain_pct)), 2))
                from bales b join inspections i using (barcode)
                where b.card is not null and i.length_mm >= 29 and i.strength >= 29 and i.micronaire >= 3.7 and i.micronaire < 5.0
                """),
            totals.GetProperty("premiumKg").GetDecimal());
    }

    [Fact]
    public async Task A_generated_line_goes_on_with_the_next_bale_and_scan_GL2()
    {
        var ginner = await season.App.As(Role.Ginner, GeneratedSeason.Gin);
        var collector = new GivenCollector(await season.App.Device(GeneratedSeason.Gin, 1), GeneratedSeason.Gin, 1);
        var before = await collector.View();
        collector.Sequence = before.GetProperty("lastSequence").GetInt64();
        var inWork = before.GetProperty("inWork").GetString()!;

        var bale = await (await collector.Press(at: season.App.Clock.GetUtcNow())).Read();
        Assert.Equal(inWork, bale.GetProperty("card").GetString());
        var card = await (await ginner.GetAsync($"{Path}/trace-cards/{inWork}")).Read();
        Assert.Equal(
            await season.Ask<decimal>($"select sum(processed_kg) from bales where card = '{inWork}'"), card.GetProperty("processedKg").GetDecimal());

        await (await collector.Scan(await Waiting(ginner))).ShouldBe(HttpStatus.Ok);
        await (await collector.Finish()).ShouldBe(HttpStatus.Ok);
        Assert.NotEqual(inWork, (await collector.View()).GetProperty("inWork").GetString());
    }

    [Fact]
    public async Task Generated_cards_units_and_tickets_obey_their_rules_TU7()
    {
        var ginner = await season.App.As(Role.Ginner, GeneratedSeason.Gin);
        var waiting = (await Items(ginner, $"{Path}/trace-cards?state=printed"))[^1];
        await (await ginner.DeleteAsync($"{Path}/trace-cards/{waiting.GetProperty("card").GetString()}")).ShouldBe(HttpStatus.Ok);
        var ginned = (await Items(ginner, $"{Path}/trace-cards?state=finishedAuto"))[0].GetProperty("card").GetString();
        await (await ginner.DeleteAsync($"{Path}/trace-cards/{ginned}")).ShouldBe(409, "trace-card/not-voidable");

        var unit = await season.Ask<string>("select unit from trace_unit_processing limit 1");
        var officer = await season.App.As(Role.Regiment, await season.Ask<string>($"select regiment from trace_units where id = '{unit}'"));
        await (await officer.SendAsync(HttpMethod.Delete, $"/api/v1/trace-units/{unit}/approval", null, ("If-Match", "\"2\"")))
            .ShouldBe(409, "trace-unit/processing");
    }

    private static async Task<string> Waiting(HttpClient ginner) =>
        (await Items(ginner, $"{Path}/trace-cards?state=printed"))[0].GetProperty("card").GetString()!;

    private static async Task<JsonElement[]> Items(HttpClient client, string path) =>
        [.. (await (await client.GetAsync(path)).Read()).GetProperty("items").EnumerateArray()];
}
