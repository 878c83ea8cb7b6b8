using System.Globalization;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.GinLines;

internal sealed class GinLineQueries(NpgsqlDataSource database)
{
    /// <summary>Newest first.</summary>
    public async Task<Page<LineMessageItem>> Messages(GinLineId line, Limit limit, Cursor cursor, Reasons reasons)
    {
        await using var command = database.CreateCommand("""
            select event from line_events where gin = $1 and line = $2 and ($3::int is null or number < $3)
            order by number desc limit $4
            """);
        command.AddText(line.Gin.Value);
        command.AddNumber(line.Number, cursor.Number(0), limit.Value + 1);
        var messages = await command.ReadAll(row => LineMessageItem.Of(row.Json<TakenMessage>(0), reasons));
        return Page<LineMessageItem>.Of(messages, limit, item => [item.Number.ToString(CultureInfo.InvariantCulture)]);
    }

    public async Task<List<int>> LinesOf(GinCode gin)
    {
        await using var command = database.CreateCommand("select line from gin_lines where gin = $1 order by line");
        command.AddText(gin.Value);
        return await command.ReadAll(row => row.GetInt32(0));
    }

    /// <summary>The next messages that the line took, in order.</summary>
    public async Task<List<TakenMessage>> TakenAfter(GinLineId line, int number, int limit)
    {
        await using var command = database.CreateCommand(
            "select event from line_events where gin = $1 and line = $2 and number > $3 order by number limit $4");
        command.AddText(line.Gin.Value);
        command.AddNumber(line.Number, number, limit);
        return await command.ReadAll(row => row.Json<TakenMessage>(0));
    }
}
