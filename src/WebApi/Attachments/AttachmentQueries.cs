using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Attachments;

/// <summary>A file that is kept, as whoever may read it finds it.</summary>
internal sealed record KeptAttachment(
    Sha256Digest Sha256, string MediaType, long Bytes, uint LargeObject, DateTimeOffset CreatedAt, string? Name);

internal sealed class AttachmentQueries(NpgsqlDataSource database)
{
    // Whoever works for a holder, and regulators over a holder's district: the scopes of Caller.WorksFor and Caller.Oversees.
    private const string Sql = """
        select a.media_type, a.bytes, a.object, a.created_at, h.name
        from attachments a
        join attachment_holders h using (sha256)
        left join enterprises e on e.credit_code = h.enterprise
        where a.sha256 = $1 and case $2
                when 'platform' then true
                when 'regulator' then starts_with(e.district, $3)
                when 'enterpriseAdministrator' then h.enterprise = $4
                when 'recorder' then h.enterprise = $4
                else false
            end
        order by h.uploaded_at limit 1
        """;

    public async Task<KeptAttachment?> Find(Sha256Digest digest, Caller caller)
    {
        await using var command = database.CreateCommand(Sql);
        command.AddText(digest.Value, caller.Role.Stored(), caller.Scope.Length == 0 ? "" : caller.District?.Prefix, caller.Scope);
        var found = await command.ReadAll(row => new KeptAttachment(
            digest, row.GetString(0), row.GetInt64(1), row.GetFieldValue<uint>(2), row.GetFieldValue<DateTimeOffset>(3),
            row.IsDBNull(4) ? null : row.GetString(4)));
        return found.FirstOrDefault();
    }
}
