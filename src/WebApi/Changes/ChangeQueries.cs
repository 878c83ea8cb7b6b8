using Npgsql;
using NpgsqlTypes;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Changes;

internal sealed class ChangeQueries(NpgsqlDataSource database)
{
    private const string NotYetRead = """
        kind = any (@kinds) and (position, kind, key, version) > (@position, @kind, @key, @version)
        and position < (select change_horizon())
        """;

    private const string InOrder = "order by position, kind, key, version limit @limit";

    public async Task<Result<ChangePage>> Read(After after, ChangeKind? kind, Limit limit, Caller caller)
    {
        ChangeKind[] kinds = kind is { } only ? [only] : Enum.GetValues<ChangeKind>();
        await using var command = database.CreateCommand(SqlFor(caller.Role));
        var parameters = command.Parameters;
        parameters.AddWithValue("kinds", kinds.Select(ChangeKinds.Stored).ToArray());
        parameters.AddWithValue("scope", NpgsqlDbType.Text, caller.Scope);
        parameters.AddWithValue("position", after.Position);
        parameters.AddWithValue("kind", after.Kind);
        parameters.AddWithValue("key", after.Key);
        parameters.AddWithValue("version", after.Version);
        parameters.AddWithValue("limit", limit.Value + 1);
        var horizon = 0L;
        var rows = await command.ReadAll(row =>
        {
            horizon = row.GetInt64(0);
            return row.IsDBNull(1) ? null : ChangeRow.Of(row);
        });
        if (after.Position > horizon) return ChangeRefusals.CursorUnknown;

        var changes = rows.OfType<ChangeRow>().ToList();
        if (changes.Count > limit.Value) return Page(changes[..limit.Value], changes[limit.Value - 1].Place, more: true);

        // Everything below the horizon was seen, so the next reading need not pass again over what is not the caller's.
        return Page(changes, After.All(horizon), more: false);
    }

    private static ChangePage Page(List<ChangeRow> rows, After next, bool more) =>
        new([.. rows.Select(row => row.ToChange())], next.ToString(), more);

    private static string SqlFor(Role role) => role switch
    {
        Role.Platform => Feed(Versions("true"), Lines("true")),
        Role.Ginner => Feed(Versions("state ->> 'gin' = @scope"), Versions("kind = 'season'"), Lines("l.gin = @scope")),
        Role.Regiment => Feed(Versions("left(state ->> 'region', 6) = @scope"), Versions("kind = 'season'")),
        Role.EnterpriseAdministrator or Role.Recorder => Feed(Versions("enterprise_of_version(kind, key, state) = @scope")),
        _ => throw new InvalidOperationException($"The change feed has no scope for {role}."),
    };

    /// <summary>Each part walks an index of its own; the horizon and the rows are of one snapshot, an empty page's too.</summary>
    private static string Feed(params ReadOnlySpan<string> parts) => $"""
        select z.horizon, f.position, f.kind, f.key, f.version, f.changed_at, f.state ->> 'gin', f.state ->> 'ticket', f.state ->> 'number',
            enterprise_of_version(f.kind, f.key, f.state), f.state ->> 'batch'
        from (select change_horizon() as horizon) z
        left join (select * from ({string.Join(" union all ", parts)}) all_parts {InOrder}) f on true
        order by f.position, f.kind, f.key, f.version
        """;

    private static string Versions(string condition) => $"""
        (select position, kind, key, version, changed_at, state from grain_history where {condition} and {NotYetRead} {InOrder})
        """;

    private static string Lines(string condition) => $"""
        (select * from (
             select e.position, 'gin-line' as kind, 'line-' || l.gin || '-' || l.line as key, e.number as version,
                 (e.event ->> 'at')::timestamptz as changed_at, jsonb_build_object('gin', l.gin, 'number', l.line) as state
             from gin_lines l cross join lateral (
                 select position, number, event from line_events
                 where gin = l.gin and line = l.line and position < (select change_horizon()) order by number desc limit 1) e
             where {condition}) last_messages
         where {NotYetRead} {InOrder})
        """;
}
