using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Interchange;

/// <summary>Lists the codes that an input lot touched.</summary>
internal sealed class RecallQueries(NpgsqlDataSource database)
{
    /// <summary>In the order of batches and codes.</summary>
    public async Task<Page<RecalledCodes>> Codes(CreditCode enterprise, string lot, Limit limit, Cursor cursor)
    {
        var length = cursor.Number(1);
        var ranges = await database.Read<RecalledCodes>(
            BatchFactSql.RecalledCodes, enterprise.Value, lot, length is null ? null : cursor[0], length, cursor[2], limit.Value + 1);
        return Page<RecalledCodes>.Of(ranges, limit, range => [range.Batch.Value, $"{range.Start.Length}", range.Start]);
    }
}
