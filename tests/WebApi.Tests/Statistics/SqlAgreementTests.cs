using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using Suyuan.Bales;
using Suyuan.Common.Tests;
using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Statistics.Tests;

/// <summary>Reports count in SQL what the rules decide in C#: the two say the same.</summary>
[Collection(AppCollection.Name)]
public sealed class SqlAgreementTests(SuyuanApp app)
{
    private const int Samples = 5_000;
    private readonly Random random = new(20_261_101);

    private decimal Next(int least, int most, decimal unit) => random.Next(least, most + 1) * unit;

    [Fact]
    public async Task Sql_and_csharp_give_a_bale_the_same_conditioned_weight_ST2()
    {
        var policy = new SeasonPolicy();
        var bales = Enumerable.Range(0, Samples)
            .Select(_ => (Net: Next(1, 400_000, 0.001m), Impurity: Next(0, 2_000, 0.01m), Regain: Next(0, 5_000, 0.01m)))
            .Append((Net: 41_939.6m, Impurity: 2.4m, Regain: 4.6m)).ToArray();
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select conditioned_kg(n, z, r, $4, $5) from unnest($1, $2, $3) with ordinality as b (n, z, r, place) order by place");
        foreach (var values in new[] { bales.Select(b => b.Net), bales.Select(b => b.Impurity), bales.Select(b => b.Regain) })
            command.Parameters.Add(new() { Value = values.ToArray() });
        command.Parameters.Add(new() { Value = policy.StandardImpurityPct });
        command.Parameters.Add(new() { Value = policy.ConditionedRegainPct });

        var sql = await Read(command, row => row.GetDecimal(0));
        Assert.Equal(43_547.93m, sql[^1]);
        Assert.Equal(bales.Select(bale => policy.ConditionedKg(Kilograms.Of(bale.Net), bale.Impurity, bale.Regain)), sql);
    }

    [Fact]
    public async Task Sql_and_csharp_find_the_same_bales_premium_ST3()
    {
        var inspections = Enumerable.Range(0, Samples).Select(_ => new Inspection
        {
            LengthMm = Next(285, 295, 0.1m),
            Strength = Next(285, 295, 0.1m),
            Micronaire = Next(33, 52, 0.1m),
            Uniformity = Next(815, 825, 0.1m),
            ForeignFibre = random.Next(3) switch { 0 => null, 1 => ForeignFibre.None, _ => ForeignFibre.Low },
        }).ToArray();
        foreach (var rule in new PremiumRule[]
        {
            new(), new() { MinimumUniformity = 82.0m }, new() { ForeignFibreAllowed = false }, new() { MicronaireLevels = ["B1", "C1", "C2"] },
        })
        {
            var sql = await Premium(inspections, rule);
            Assert.Equal(inspections.Select(inspection => rule.StateOf(inspection) == PremiumState.Premium), sql);
            Assert.Contains(true, sql);
        }
    }

    private Task<List<bool>> Premium(Inspection[] inspections, PremiumRule rule)
    {
        var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            """
            select is_premium(row('', null, null, '31', l, m, s, u, null, f, null, null, null, null, 1)::inspections, $6, $7, $8, $9, $10)
            from unnest($1, $2, $3, $4, $5) with ordinality as i (l, m, s, u, f, place) order by place
            """);
        command.Parameters.Add(new() { Value = inspections.Select(i => i.LengthMm).ToArray() });
        command.Parameters.Add(new() { Value = inspections.Select(i => i.Micronaire).ToArray() });
        command.Parameters.Add(new() { Value = inspections.Select(i => i.Strength).ToArray() });
        command.Parameters.Add(new() { Value = inspections.Select(i => i.Uniformity).ToArray() });
        command.Parameters.Add(new() { Value = inspections.Select(i => i.ForeignFibre is { } fibre ? fibre.ToString().ToLowerInvariant() : null).ToArray() });
        command.Parameters.Add(new() { Value = rule.MinimumLengthMm });
        command.Parameters.Add(new() { Value = rule.MinimumStrength });
        command.Parameters.Add(new() { Value = rule.MicronaireLevels.ToArray() });
        command.Parameters.Add(new() { Value = (object?)rule.MinimumUniformity ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Numeric });
        command.Parameters.Add(new() { Value = (object?)rule.ForeignFibreAllowed ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean });
        return Read(command, row => row.GetBoolean(0));
    }

    private static async Task<List<T>> Read<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> map)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(map(reader));
        return rows;
    }
}
