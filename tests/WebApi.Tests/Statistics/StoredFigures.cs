using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;

namespace Suyuan.Statistics.Tests;

/// <summary>The figures that triggers kept, and the same made anew from the raw rows.</summary>
internal static class StoredFigures
{
    private const string Cards = """
        select concat_ws(' ', card, line, season, unit, grower, gin, sum(cards), trim_scale(sum(net_kg)), sum(traced), sum(inspected), sum(premium),
            trim_scale(sum(conditioned_kg)), trim_scale(sum(premium_kg)))
        from card_figures group by card, line, season, unit, grower, gin having sum(cards) <> 0 or sum(traced) <> 0 order by 1
        """;

    private const string Lines = """
        select concat_ws(' ', season, unit, gin, line, sum(cards), trim_scale(sum(net_kg)), sum(traced), sum(delayed), sum(untraced), sum(inspected),
            sum(premium), trim_scale(sum(conditioned_kg)), trim_scale(sum(premium_kg)))
        from line_figures group by season, unit, gin, line
        having sum(cards) <> 0 or sum(traced) <> 0 or sum(delayed) <> 0 or sum(untraced) <> 0 order by 1
        """;

    /// <summary>Whatever happened, the figures are what a recount finds.</summary>
    public static async Task AssertAsRecounted(SuyuanApp app, int season)
    {
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        var kept = await Read(database);
        await using (var recount = database.CreateCommand("select recount_figures($1)"))
        {
            recount.Parameters.Add(new() { Value = season });
            await recount.ExecuteNonQueryAsync();
        }

        Assert.NotEmpty(kept);
        Assert.Equal(await Read(database), kept);
    }

    private static async Task<List<string>> Read(NpgsqlDataSource database)
    {
        var rows = new List<string>();
        foreach (var sql in new[] { Cards, Lines })
        {
            await using var command = database.CreateCommand(sql);
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync()) rows.Add(row.GetString(0));
        }

        return rows;
    }
}
