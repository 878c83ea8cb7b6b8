using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>The row errors of a job, worded as they are read: page by page, or all of them as a stream.</summary>
internal sealed class JobErrorQueries(NpgsqlDataSource database, ProblemCatalogue catalogue)
{
    private const string Sql =
        "select number, row, column_, code, arguments from job_errors where job = $1 and number > $2 order by number limit $3";

    public async Task<Page<JobErrorItem>> List(Guid job, Language language, Limit limit, Cursor cursor)
    {
        var after = long.TryParse(cursor[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        await using var command = Command(job, after, limit.Value + 1);
        var read = await command.ReadAll(row => Read(row, language));
        return Page<JobErrorItem>.Of(read, limit, error => [error.Number.ToString(CultureInfo.InvariantCulture)]);
    }

    public async IAsyncEnumerable<JobErrorItem> All(
        Guid job, Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command(job, 0, long.MaxValue);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return Read(reader, language);
    }

    private NpgsqlCommand Command(Guid job, long after, long limit)
    {
        var command = database.CreateCommand(Sql);
        foreach (var argument in (object[])[job, after, limit]) command.Parameters.Add(new() { Value = argument });
        return command;
    }

    private JobErrorItem Read(NpgsqlDataReader row, Language language)
    {
        var text = catalogue.Get(row.GetString(3)).In(language);
        var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(row.GetString(4))!;
        return new(row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetString(3), text.DetailWith(arguments) ?? text.Title);
    }
}
