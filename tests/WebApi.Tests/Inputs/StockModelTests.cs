using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common;
using Suyuan.Common.Tests;

namespace Suyuan.Inputs.Tests;

/// <summary>Whatever happens to a stock, the database and the ledger agree, and no lot is ever below zero (SR2).</summary>
[Collection(AppCollection.Name)]
public sealed class StockModelTests(SuyuanApp app)
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(150);

    private static readonly Gen<string> Lot = Gen.Elements("a", "b", "c");
    private static readonly Gen<string> Source = Gen.Elements("r1", "r2", "r3", "r4");

    private static readonly Gen<StockStep> Draws =
        from source in Source
        from uses in (from lot in Gen.Frequency((9, Lot), (1, Gen.Constant("nowhere"))) from quantity in Gen.Choose(0, 7) select (lot, quantity)).ListOf()
        select (StockStep)new StockStep.Draw(source, uses.GroupBy(use => use.lot).ToDictionary(same => same.Key, same => same.Last().quantity));

    private static readonly Gen<StockStep> Purchases = from lot in Lot from quantity in Gen.Choose(0, 20) select (StockStep)new StockStep.Buy(lot, quantity);

    private static readonly Gen<StockStep> Retirements =
        from lot in Lot from retired in Gen.Elements(true, false) select (StockStep)new StockStep.Retire(lot, retired);

    private static readonly Arbitrary<IReadOnlyList<StockStep>> Histories =
        (from bought in Purchases.ListOf() from steps in Gen.Frequency((6, Draws), (2, Purchases), (1, Retirements)).ListOf()
         select (IReadOnlyList<StockStep>)[.. bought, .. steps]).ToArbitrary();

    [Fact]
    public void Stock_is_what_a_ledger_says_and_never_below_zero_SR2() => Prop.ForAll(Histories, steps =>
    {
        using var connection = app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnection();
        var enterprise = Guid.NewGuid().ToString("N")[..18];
        var model = new StockModel();
        Done(connection, "insert into inputs values ($1, 'item', 'fertilizer', '尿素', 'kg', '', false, 1, now())", enterprise);
        foreach (var step in steps)
        {
            Assert.Equal(model.Do(step), Do(connection, enterprise, step));
            Assert.Equal(model.Describe(), Describe(connection, enterprise));
        }
    }).Check(Thorough);

    private static bool Do(NpgsqlConnection connection, string enterprise, StockStep step) => step switch
    {
        StockStep.Draw draw => Done(connection, "select draw_inputs($1 || $2, $1, $3::jsonb)", enterprise, draw.Source, Json(draw)),
        StockStep.Buy buy => Done(
            connection,
            """
            insert into input_lots (enterprise, id, item, words, purchased_on, quantity, retired, revision, changed_at)
            values ($1, $2, 'item', '', now(), $3, false, 1, now())
            on conflict (enterprise, id) do update set quantity = excluded.quantity
            """,
            enterprise, buy.Lot, (decimal)buy.Quantity),
        StockStep.Retire retire => Done(
            connection, "update input_lots set retired = $3 where enterprise = $1 and id = $2", enterprise, retire.Lot, retire.Retired),
        _ => throw new InvalidOperationException(),
    };

    private static string Json(StockStep.Draw draw) =>
        System.Text.Json.JsonSerializer.Serialize(draw.Uses.Select(use => new { lot = use.Key, quantity = use.Value }), SuyuanJson.Options);

    /// <summary>Whether the statement went through; only a violated rule of the stock may stop it.</summary>
    private static bool Done(NpgsqlConnection connection, string sql, params object[] arguments)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        try
        {
            command.ExecuteNonQuery();
            return true;
        }
        catch (PostgresException refused) when (refused.ConstraintName is "input_lots_stock" or "input_lots_retired" or "input_uses_lot")
        {
            return false;
        }
    }

    /// <summary>Used by the lots' own count and by the uses' sum, which are the same, of what was purchased.</summary>
    private static string Describe(NpgsqlConnection connection, string enterprise)
    {
        using var command = new NpgsqlCommand(
            """
            select coalesce(string_agg(l.id || ' ' || trim_scale(l.used) || case when l.used = u.used then '' else ' <> ' || u.used end
                || '/' || trim_scale(l.quantity), ', ' order by l.id), '')
            from input_lots l
            cross join lateral (
                select coalesce(sum(quantity), 0) as used from input_uses u where u.enterprise = l.enterprise and u.lot = l.id) u
            where l.enterprise = $1
            """, connection);
        command.Parameters.Add(new() { Value = enterprise });
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
