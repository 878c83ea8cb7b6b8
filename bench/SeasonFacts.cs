using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Security;

namespace Suyuan.Bench;

/// <summary>Of whom a generated season is asked: its largest gin, and there a few dozen cards with what belongs to them.</summary>
internal sealed record SeasonFacts
{
    private const string Sql = """
        with gin as (select gin, season from weigh_tickets group by gin, season order by count(*) desc limit 1),
        chosen as (
            select c.* from trace_cards c join gin using (gin, season) join card_progress p using (card)
            where p.state = 'finishedAuto' order by hashtext(c.card) limit 30),
        company as (
            select u.region, u.organizer from trace_units u join chosen c on c.unit = u.id where u.formation = 'company'
            group by u.region, u.organizer order by count(*) desc, 1 limit 1)
        select jsonb_build_object(
            'gin', (select gin from gin), 'season', (select season from gin), 'company', (select region from company),
            'cards', (select jsonb_agg(card) from chosen), 'tickets', (select jsonb_agg(ticket) from chosen),
            'units', (select jsonb_agg(distinct u.id) from chosen c join trace_units u on u.id = c.unit
                where u.regiment = (select left(region, 6) from company)),
            'growers', (select jsonb_agg(distinct grower) from chosen),
            'barcodes', (select jsonb_agg(b.barcode) from chosen c
                cross join lateral (select barcode from bales where card = c.card limit 1) b),
            'days', (select jsonb_agg(distinct printed_at::date) from chosen),
            'grower', (select c.grower from chosen c join growers g on g.id = c.grower
                where g.region like (select left(region, 6) from company) || '%' limit 1),
            'numbers', (select jsonb_agg(s.state -> 'number') from chosen c
                join grain_state s on s.kind = 'grower' and s.key = 'grower-' || c.grower))::text
        """;

    public required string Gin { get; init; }
    public required int Season { get; init; }
    public required string Company { get; init; }
    public required string Grower { get; init; }
    public required string[] Cards { get; init; }
    public required string[] Tickets { get; init; }
    public required string[] Units { get; init; }
    public required string[] Growers { get; init; }
    public required string[] Barcodes { get; init; }
    public required string[] Days { get; init; }
    public string[] IdNumbers { get; private init; } = [];
    public required Common.ProtectedText[] Numbers { get; init; }

    public string Regiment => Company[..6];

    public string Division => Company[..2];

    public static async Task<SeasonFacts> Of(NodeDatabase database, CancellationToken cancellationToken)
    {
        var personal = new PersonalData(PersonalDataKeys.Load(new ConfigurationBuilder().Build(), database));
        await using var command = database.Source.CreateCommand(Sql);
        command.CommandTimeout = 0;
        var document = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (document.Contains("\"gin\": null", StringComparison.Ordinal))
            throw new BenchException($"There is no season in {database.DataFolder}: make one by `season --data`.");
        var facts = JsonSerializer.Deserialize<SeasonFacts>(document, Common.SuyuanJson.Options)!;
        return facts with { IdNumbers = [.. facts.Numbers.Select(personal.Reveal)] };
    }
}
