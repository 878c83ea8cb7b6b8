using Npgsql;
using Suyuan.Attachments;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>A file that a published view names, as its enterprise keeps it.</summary>
internal sealed class PublicFiles(NpgsqlDataSource database)
{
    private const string Sql = """
        select a.media_type, a.bytes, a.object, a.created_at
        from attachments a join attachment_holders h using (sha256)
        where a.sha256 = $1 and h.enterprise = $2
        """;

    /// <summary>Without its name, since people write names of people into names of files.</summary>
    public async Task<KeptAttachment?> Find(Sha256Digest digest, string enterprise)
    {
        await using var command = database.CreateCommand(Sql);
        command.AddText(digest.Value, enterprise);
        var found = await command.ReadAll(row => new KeptAttachment(
            digest, row.GetString(0), row.GetInt64(1), row.GetFieldValue<uint>(2), row.GetFieldValue<DateTimeOffset>(3), null));
        return found.FirstOrDefault();
    }
}
