using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Bales;
using Suyuan.Common.Tests;
using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Statistics.Tests;

internal sealed record RawCard(string Card, string Unit, string Region, string Grower, string Gin, decimal NetKg);

internal sealed record RawBale(
    string Barcode, string Gin, int Line, string? Card, string? DelayOf, string? Unit, Kilograms Net, decimal RegainPct, decimal? ImpurityPct,
    Inspection? Inspection);

/// <summary>A season's figures from nothing but rows, added up and judged here: shares no SQL with the reports.</summary>
internal sealed record RawSeason(SeasonPolicy Policy, IReadOnlyList<RawCard> Cards, IReadOnlyList<RawBale> Bales)
{
    public static async Task<RawSeason> Read(SuyuanApp app, int season)
    {
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        var policy = await app.Services.GetRequiredService<IGrainFactory>().Season(new(season)).Get();
        return new(policy.Value, await ReadCards(database, season), await ReadBales(database, season));
    }

    private static async Task<List<RawCard>> ReadCards(NpgsqlDataSource database, int season)
    {
        await using var command = database.CreateCommand(
            """
            select c.card, c.unit, u.region, c.grower, c.gin, t.net_kg
            from trace_cards c
            join weigh_tickets t on t.gin = c.gin and t.ticket = c.ticket
            join trace_units u on u.id = c.unit
            where c.season = $1 and c.state <> 'voided'
            """);
        command.Parameters.Add(new() { Value = season });
        var cards = new List<RawCard>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            cards.Add(new(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
                row.IsDBNull(5) ? 0 : row.GetDecimal(5)));
        }

        return cards;
    }

    private static async Task<List<RawBale>> ReadBales(NpgsqlDataSource database, int season)
    {
        await using var command = database.CreateCommand(
            """
            select b.barcode, b.gin, b.line, b.card, b.delay_of, b.unit, b.net_kg, b.regain_pct, b.impurity_pct,
                i.length_mm, i.micronaire, i.strength, i.uniformity, i.foreign_fibre, i.impurity_pct
            from bales b left join inspections i on i.barcode = b.barcode
            where b.season = $1
            """);
        command.Parameters.Add(new() { Value = season });
        var bales = new List<RawBale>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            bales.Add(new(
                row.GetString(0), row.GetString(1), row.GetInt32(2), Text(row, 3), Text(row, 4), Text(row, 5), Kilograms.Of(row.GetDecimal(6)),
                row.GetDecimal(7), row.IsDBNull(8) ? null : row.GetDecimal(8), row.IsDBNull(9) ? null : InspectionFrom(row)));
        }

        return bales;
    }

    private static Inspection InspectionFrom(NpgsqlDataReader row) => new()
    {
        LengthMm = row.GetDecimal(9),
        Micronaire = row.GetDecimal(10),
        Strength = row.GetDecimal(11),
        Uniformity = row.GetDecimal(12),
        ForeignFibre = Text(row, 13) is { } fibre ? Enum.Parse<ForeignFibre>(fibre, ignoreCase: true) : null,
        ImpurityPct = row.IsDBNull(14) ? null : row.GetDecimal(14),
    };

    private static string? Text(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);

    /// <summary>What is traced to these cards, and nothing else.</summary>
    public Figures Of(Func<RawCard, bool> chosen)
    {
        var cards = Cards.Where(chosen).ToDictionary(card => card.Card);
        var traced = Bales.Where(bale => bale.Card is { } card && cards.ContainsKey(card)).ToList();
        var premium = traced.Where(bale => Policy.Premium.StateOf(bale.Inspection) == PremiumState.Premium).ToList();
        return new()
        {
            Tickets = cards.Count,
            Cards = cards.Count,
            NetKg = cards.Values.Sum(card => card.NetKg),
            Traced = traced.Count,
            Inspected = traced.Count(bale => bale.Inspection is not null),
            Premium = premium.Count,
            ConditionedKg = traced.Sum(ConditionedKg),
            PremiumKg = premium.Sum(ConditionedKg),
        };
    }

    public Figures OfGin(string gin)
    {
        var cardless = Bales.Where(bale => bale.Gin == gin && bale.Card is null).ToList();
        return Of(card => card.Gin == gin) with
        {
            Delayed = cardless.Count(bale => bale.DelayOf is not null),
            Untraced = cardless.Count(bale => bale.DelayOf is null),
        };
    }

    private decimal ConditionedKg(RawBale bale) =>
        Policy.ConditionedKg(bale.Net, bale.Inspection?.ImpurityPct ?? bale.ImpurityPct, bale.RegainPct);
}
