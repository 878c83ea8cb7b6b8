using System.Globalization;
using System.Text.Json;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>The row errors of a job, worded as they are read.</summary>
internal sealed class JobErrorQueries(NpgsqlDataSource database, ProblemCatalogue catalogue)
{
    private const string Sql =
        "select number, row, column_, code, arguments from job_errors where job = $1 and number > $2 order by number limit $3";

    public async Task<Page<JobErrorItem>> List(Guid job, Language language, Limit limit, Cursor cursor)
    {
        var after = long.TryParse(cursor[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        await using var command = database.CreateCommand(Sql);
        foreach (var argument in (object[])[job, after, limit.Value + 1]) command.Parameters.Add(new() { Value = argument });
        var read = await command.ReadAll(row => Read(row, language));
        return Page<JobErrorItem>.Of(read, limit, error => [error.Number.ToString(CultureInfo.InvariantCulture)]);
    }

    private JobErrorItem Read(NpgsqlDataReader row, Language language)
    {
        var text = catalogue.Get(row.GetString(3)).In(language);
        var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(row.GetString(4))!;
        return new(row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetString(3), text.DetailWith(arguments) ?? text.Title);
    }
}
