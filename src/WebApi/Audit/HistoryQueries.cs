using System.Globalization;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.Audit;

internal sealed class HistoryQueries(NpgsqlDataSource database)
{
    /// <summary>Newest first.</summary>
    public async Task<Page<VersionItem>> Of(string kind, string key, Limit limit, Cursor cursor)
    {
        await using var command = database.CreateCommand("""
            select h.version, h.actor, h.reason, h.changed_at, h.hash, p.state, h.state
            from grain_history h
            left join grain_history p on p.kind = h.kind and p.key = h.key and p.version = h.version - 1
            where h.kind = $1 and h.key = $2 and ($3::int is null or h.version < $3)
            order by h.version desc
            limit $4
            """);
        command.AddText(kind, key);
        command.AddNumber(cursor.Number(0), limit.Value + 1);
        var versions = await command.ReadAll(VersionItem.Of);
        return Page<VersionItem>.Of(versions, limit, item => [item.Version.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>Those versions of a batch that wrote this stage record, newest first; each shows the record, not its batch.</summary>
    public async Task<Page<VersionItem>> OfStageRecord(string batch, string record, Limit limit, Cursor cursor)
    {
        await using var command = database.CreateCommand("""
            select v.version, v.actor, v.reason, v.changed_at, v.hash, v.before, v.written
            from (
                select h.version, h.actor, h.reason, h.changed_at, h.hash, h.state -> 'written' as written,
                    lag(h.state -> 'written') over (order by h.version) as before
                from grain_history h
                where h.kind = 'batch' and h.key = $1 and h.state #>> '{written,id}' = $2) v
            where $3::int is null or v.version < $3
            order by v.version desc
            limit $4
            """);
        command.AddText(batch, record);
        command.AddNumber(cursor.Number(0), limit.Value + 1);
        var versions = await command.ReadAll(VersionItem.Of);
        return Page<VersionItem>.Of(versions, limit, item => [item.Version.ToString(CultureInfo.InvariantCulture)]);
    }
}
