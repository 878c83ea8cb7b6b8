using Npgsql;
using Suyuan.Common;

namespace Suyuan.GinLines;

internal sealed class GinLineQueries(NpgsqlDataSource database)
{
    public async Task<List<int>> LinesOf(GinCode gin)
    {
        await using var command = database.CreateCommand("select line from gin_lines where gin = $1 order by line");
        command.AddText(gin.Value);
        return await command.ReadAll(row => row.GetInt32(0));
    }
}
