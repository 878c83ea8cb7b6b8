using Npgsql;

namespace Suyuan.GinLines;

internal sealed class GinLineQueries(NpgsqlDataSource database)
{
    public async Task<List<int>> LinesOf(GinCode gin)
    {
        await using var command = database.CreateCommand("select line from gin_lines where gin = $1 order by line");
        command.Parameters.Add(new() { Value = gin.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<int>();
        while (await reader.ReadAsync()) lines.Add(reader.GetInt32(0));
        return lines;
    }
}
