using NpgsqlTypes;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Filings;

internal sealed class FilingWorkQueries(FilingRows rows)
{
    /// <summary>What waits for this regulator's decision, the oldest first, and how much there is of it.</summary>
    public async Task<FilingWorkList> List(FilingKind? kind, Limit limit, Cursor cursor, Caller caller)
    {
        var scope = FilingScope.Of(caller);
        var waiting = $"f.waiting_since is not null and {scope.Condition} and (@kind is null or f.kind = @kind)";
        await using var command = rows.Ask(
            $"""
            select {FilingRows.Columns} from filings f
            where {waiting} and (@after is null or (f.waiting_since, f.id) > (@after, @afterId))
            order by f.waiting_since, f.id limit @limit
            """,
            scope.Value,
            writers: false);
        command.AddNamed("kind", NpgsqlDbType.Text, kind?.Stored());
        command.AddNamed("after", NpgsqlDbType.TimestampTz, cursor.Time(0));
        command.AddNamed("afterId", NpgsqlDbType.Text, cursor[1]);
        command.AddNamed("limit", NpgsqlDbType.Integer, limit.Value + 1);
        var page = Page<FilingItem>.Of(
            await rows.Read(command), limit, item => [Cursor.Text(item.WaitingSince.GetValueOrDefault()), item.Id]);

        await using var counting = rows.Ask(
            $"""
            select count(*)::int, (count(*) filter (where f.waiting_since < @inTime))::int from filings f where {waiting}
            """,
            scope.Value,
            writers: false);
        counting.AddNamed("kind", NpgsqlDbType.Text, kind?.Stored());
        var (all, overdue) = (await counting.ReadPlanned(row => (row.GetInt32(0), row.GetInt32(1)))).Single();
        return new(page.Items, page.NextCursor, all, overdue);
    }
}
