using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Filings;

internal sealed class StandingQueries(NpgsqlDataSource database, FilingRows rows)
{
    /// <summary>What an enterprise's filings open to it today, and those of them on which that depends.</summary>
    public async Task<(FilingStanding Standing, IReadOnlyList<FilingItem> Filings)> Of(CreditCode enterprise, bool writers)
    {
        var standing = await database.ReadOne<FilingStanding>("select filing_standing($1, null)", enterprise.Value);
        await using var command = rows.Ask(
            $"""
            select {FilingRows.Columns} from filings f
            where f.enterprise = @scope and f.kind in ('enterprise', 'product') and (f.state <> 'draft' or @writers)
            order by f.kind, f.created_at desc, f.id limit 200
            """,
            enterprise.Value,
            writers);
        return (standing!, await rows.Read(command));
    }
}
