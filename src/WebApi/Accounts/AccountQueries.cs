using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Suyuan.Common;

namespace Suyuan.Accounts;

internal sealed class AccountQueries(NpgsqlDataSource database)
{
    // $1 role, $2 scope prefix of the caller, $3 after, $4 search, $5 limit + 1, $6 the roles that have such scopes.
    private const string Sql = """
        select a.user_name, a.display_name, a.masked_mobile, a.home_region, a.created_at,
            (select s.state ->> 'contact' from grain_state s where s.kind = 'account' and s.key = 'account-' || a.user_name),
            (select jsonb_agg(jsonb_build_object('role', r.role, 'scope', r.scope) order by r.role, r.scope)
             from account_roles r where r.user_name = a.user_name and ($2 = '' or r.role = any ($6) and r.scope ^@ $2))
        from accounts a
        where a.user_name > $3
            and ($4 = '' or strpos(a.user_name, lower($4)) > 0 or strpos(a.display_name, $4) > 0)
            and (($1 = '' and $2 = '') or exists (
                select from account_roles r
                where r.user_name = a.user_name and ($1 = '' or r.role = $1) and ($2 = '' or r.role = any ($6) and r.scope ^@ $2)))
        order by a.user_name
        limit $5
        """;

    public async Task<Page<AccountItem>> List(Caller caller, Role? role, string? search, Limit limit, Cursor cursor)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(Text(role is { } only ? JsonNamingPolicy.CamelCase.ConvertName(only.ToString()) : ""));
        var (prefix, roles) = ScopesOf(caller);
        command.Parameters.Add(Text(prefix));
        command.Parameters.Add(Text(cursor[0] ?? ""));
        command.Parameters.Add(Text(search ?? ""));
        command.Parameters.Add(new() { Value = limit.Value + 1 });
        command.Parameters.Add(new() { Value = roles.Select(one => one.Stored()).ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var items = new List<AccountItem>();
        while (await reader.ReadAsync()) items.Add(Read(reader));
        return Page<AccountItem>.Of(items, limit, item => [item.UserName]);
    }

    /// <summary>Which of these mobiles, by their hashes, belong to accounts.</summary>
    public async Task<IReadOnlySet<string>> TakenMobiles(IReadOnlyCollection<string> hashes)
    {
        await using var command = database.CreateCommand("select mobile_hash from accounts where mobile_hash = any ($1)");
        command.Parameters.Add(new() { Value = hashes.ToArray() });
        return (await command.ReadAll(row => row.GetString(0))).ToHashSet();
    }

    /// <summary>
    /// A regiment sees its companies' accounts, a gin and an enterprise their own: the scopes of these roles begin with the caller's. What
    /// else somebody holds elsewhere is not theirs to know.
    /// </summary>
    private static (string Prefix, Role[] Roles) ScopesOf(Caller caller) => caller.Role switch
    {
        Role.Regiment => (caller.Scope + "-", [Role.Company]),
        Role.Ginner => (caller.Scope, [Role.Ginner, Role.GinVerifier]),
        Role.EnterpriseAdministrator => (caller.Scope, [Role.EnterpriseAdministrator, Role.Recorder]),
        _ => ("", []),
    };

    private static AccountItem Read(NpgsqlDataReader reader) => new()
    {
        UserName = reader.GetString(0),
        DisplayName = reader.GetString(1),
        MaskedMobile = reader.IsDBNull(2) ? null : reader.GetString(2),
        HomeRegion = reader.IsDBNull(3) ? null : reader.GetString(3),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(4),
        Contact = reader.IsDBNull(5) ? null : reader.GetString(5),
        Roles = JsonSerializer.Deserialize<RoleGrant[]>(reader.GetString(6), SuyuanJson.Options)!,
    };

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };
}
