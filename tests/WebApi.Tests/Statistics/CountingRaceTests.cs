using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Bales.Tests;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Statistics.Tests;

[Collection(AppCollection.Name)]
public sealed class CountingRaceTests(SuyuanApp app)
{
    private NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bale_and_its_result_that_do_not_see_each_other_are_counted_once_ST1(bool corrected)
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card(quotaKg: 5_000);
        await (await collector.Scan(card, 0)).ShouldBe(HttpStatus.Ok);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        var barcode = collector.Barcode(70_000, DateTimeOffset.UtcNow);
        if (corrected) await new InspectionFile().Row(barcode, length: "28.1").Report(app);

        // A line's transaction that is not over: its bale is stored, and nobody sees it yet.
        await using var line = await Database.OpenConnectionAsync();
        await using var transaction = await line.BeginTransactionAsync();
        await Run(line, $"insert into bales select '{barcode}', gin, line, season, card, delay_of, unit, gross_kg, tare_kg, net_kg, regain_pct, impurity_pct, processed_kg, warnings, pressed_at from bales where card = '{card}'");
        var import = new InspectionFile().Row(barcode).Report(app);
        while (!await SomebodyWaits()) await Task.Delay(TimeSpan.FromMilliseconds(5));
        Assert.False(import.IsCompleted);
        await transaction.CommitAsync();
        await import;

        var totals = (await (await given.Officer.GetAsync(
            $"/api/v1/statistics/premium-cotton?season={GivenGin.Season}&unit={given.Unit}")).Read()).GetProperty("totals");
        Assert.Equal((2, 1, 1), (Count("traced"), Count("inspected"), Count("premium")));
        await StoredFigures.AssertAsRecounted(app, GivenGin.Season);

        long Count(string member) => totals.GetProperty(member).GetInt64();
    }

    private async Task<bool> SomebodyWaits()
    {
        await using var command = Database.CreateCommand(
            "select exists (select from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and not granted and database = (select oid from pg_database where datname = current_database()))");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
