using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;

namespace Suyuan.Inputs.Tests;

/// <summary>The stock as the database keeps it, whichever record draws on it.</summary>
[Collection(AppCollection.Name)]
public sealed class DrawInputsTests(SuyuanApp app)
{
    private readonly string enterprise = Guid.NewGuid().ToString("N")[..18];

    private NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Drawing_again_makes_the_uses_of_a_record_equal_to_what_is_given_SR2()
    {
        await Stock(("a", 10), ("b", 5));
        await Draw("r1", ("a", 4), ("b", 5));
        await Draw("r2", ("a", 1));
        await Draw("r1", ("b", 2), ("a", 3), ("a", 3));

        Assert.Equal("a 7, b 2", await Used());
        await Draw("r1");
        Assert.Equal("a 1, b 0", await Used());
    }

    [Fact]
    public async Task Draw_below_zero_changes_nothing_and_tells_which_lot_SR2()
    {
        await Stock(("a", 10), ("b", 5));
        await Draw("r1", ("b", 4));

        Assert.Equal("input_lots_stock", await Violated("r2", ("a", 3), ("b", 1.001m)));
        Assert.Equal("a 0, b 4", await Used());
        var refused = await Refused("r2", ("a", 3), ("b", 1.001m));
        Assert.Equal(("b", "尿素", 1.001m, 1m), (
            refused.GetProperty("lot").GetString(), refused.GetProperty("item").GetString(),
            refused.GetProperty("asked").GetDecimal(), refused.GetProperty("left").GetDecimal()));
    }

    [Fact]
    public async Task Lot_of_nobody_or_of_another_enterprise_is_not_drawn_SR2()
    {
        await Stock(("a", 10));
        var other = new DrawInputsTests(app);
        await other.Stock(("z", 10));

        Assert.Equal("input_uses_lot", await Violated("r1", ("z", 1)));
        Assert.Equal(JsonValueKind.Null, (await Refused("r1", ("z", 1))).GetProperty("item").ValueKind);
        Assert.Equal("z 0", await other.Used());
    }

    [Fact]
    public async Task Retired_lot_gives_back_and_gives_out_no_more_SR2()
    {
        await Stock(("a", 10));
        await Draw("r1", ("a", 4));
        await Execute("update input_lots set retired = true where enterprise = $1", enterprise);

        Assert.Equal("input_lots_retired", await Violated("r1", ("a", 5)));
        await Draw("r1", ("a", 3));
        Assert.Equal("a 3", await Used());
    }

    [Fact]
    public async Task What_only_a_draft_could_hold_draws_nothing_SR2()
    {
        await Stock(("a", 10));
        await Execute("select draw_inputs('r1', $1, $2::jsonb)", enterprise, """[7, null, {"lot": "a"}, {"lot": "a", "quantity": "4"}, {"lot": 3, "quantity": 1}, {"lot": "a", "quantity": -2}]""");
        await Execute("select draw_inputs('r1', $1, '{}'::jsonb)", enterprise);
        await Execute("select draw_inputs('r1', $1, null)", enterprise);

        Assert.Equal("a 0", await Used());
        Assert.Equal("input_lots_stock", await Violated("r1", ("a", 1e28m)));
    }

    private async Task Stock(params (string Lot, decimal Quantity)[] lots)
    {
        await Execute("insert into inputs values ($1, 'item', 'fertilizer', '尿素', 'kg', '', false, 1, now())", enterprise);
        foreach (var (lot, quantity) in lots)
        {
            await Execute(
                "insert into input_lots (enterprise, id, item, words, purchased_on, quantity, retired, revision, changed_at) values ($1, $2, 'item', '', now(), $3, false, 1, now())",
                enterprise, lot, quantity);
        }
    }

    private Task<object?> Draw(string source, params (string Lot, decimal Quantity)[] uses) =>
        Execute("select draw_inputs($2, $1, $3::jsonb)", enterprise, enterprise + source, Json(uses));

    private async Task<string?> Violated(string source, params (string Lot, decimal Quantity)[] uses) =>
        (await Assert.ThrowsAsync<PostgresException>(() => Draw(source, uses))).ConstraintName;

    private async Task<JsonElement> Refused(string source, params (string Lot, decimal Quantity)[] uses) => JsonDocument.Parse(
        (string)(await Scalar("select find_refused_draw($2, $1, $3)::text", enterprise, enterprise + source, Json(uses)))!).RootElement;

    /// <summary>Used of each lot; and the sum of the uses is the same.</summary>
    private async Task<string?> Used()
    {
        const string Sql = """
            select string_agg(l.id || ' ' || trim_scale(l.used), ', ' order by l.id)
            from input_lots l
            where l.enterprise = $1
                and l.used = (select coalesce(sum(u.quantity), 0) from input_uses u where u.enterprise = l.enterprise and u.lot = l.id)
            """;
        return (string?)await Scalar(Sql, enterprise);
    }

    private static string Json((string Lot, decimal Quantity)[] uses) =>
        JsonSerializer.Serialize(uses.Select(use => new { lot = use.Lot, quantity = use.Quantity }));

    private Task<object?> Execute(string sql, params object[] arguments) => Scalar(sql, arguments);

    private async Task<object?> Scalar(string sql, params object[] arguments)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return await command.ExecuteScalarAsync();
    }
}
