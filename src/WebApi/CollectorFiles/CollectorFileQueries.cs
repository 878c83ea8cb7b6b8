using System.Runtime.CompilerServices;
using Npgsql;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Silo.Storage;
using Suyuan.TraceCards;

namespace Suyuan.CollectorFiles;

internal sealed class CollectorFileQueries(NpgsqlDataSource database)
{
    private const int MostWithdrawn = 5_000;

    /// <summary>Cards that an earlier file gave to the line and that it may not scan any more.</summary>
    public async Task<List<CardNumber>> Withdrawn(GinLineId line)
    {
        await using var command = database.CreateCommand(
            """
            select c.card
            from trace_cards c
            left join trace_units u on u.id = c.unit
            where c.gin = $1 and c.exported_to = $2 and (c.state = 'voided' or u.state is distinct from 'approved')
                and not exists (select from card_progress p where p.card = c.card)
            order by c.printed_at desc, c.card
            limit $3
            """);
        command.AddText(line.Gin.Value);
        command.AddNumber(line.Number, MostWithdrawn);
        return await command.ReadAll(row => new CardNumber(row.GetString(0)));
    }

    /// <summary>Whether this upload was to this line.</summary>
    public async Task<bool> Knows(GinLineId line, Guid upload)
    {
        await using var command = database.CreateCommand(
            "select from collection_uploads u where u.upload = $1 and u.gin = $2 and u.line = $3");
        command.Parameters.Add(new() { Value = upload });
        command.AddText(line.Gin.Value);
        command.AddNumber(line.Number);
        return (await command.ReadAll(_ => true)).Count > 0;
    }

    public async IAsyncEnumerable<CollectionReportLine> Report(Guid upload, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select row_, sequence, kind, subject, answer, refusal from collection_report where upload = $1 order by row_");
        command.Parameters.Add(new() { Value = upload });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new(
                row.GetInt32(0),
                row.IsDBNull(1) ? null : row.GetInt64(1),
                row.GetString(2),
                row.GetString(3),
                row.IsDBNull(4) ? null : row.Json<LineAnswer>(4),
                row.IsDBNull(5) ? null : row.Json<Refusal>(5));
        }
    }
}
