using System.Text.Json;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Audit;

/// <summary>One version of a resource: who made it, when, and what it changed, without personal data.</summary>
/// <param name="By">The account that acted; null when it was the system itself.</param>
/// <param name="Hash">The version's link of the hash chain, in hexadecimal.</param>
internal sealed record VersionItem(
    int Version, string? By, string? Reason, DateTimeOffset At, string Hash, IReadOnlyList<MemberChange> Changes)
{
    public static VersionItem Of(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        row.IsDBNull(1) ? null : ShownAccount.Of(row.GetString(1)),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.GetFieldValue<DateTimeOffset>(3),
        Convert.ToHexStringLower(row.GetFieldValue<byte[]>(4)),
        MemberChange.Between(row.IsDBNull(5) ? null : row.Json<JsonElement>(5), row.IsDBNull(6) ? null : row.Json<JsonElement>(6)));

}
