using System.Globalization;
using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Seasons;

namespace Suyuan.Batches;

/// <summary>Batch in a list.</summary>
internal sealed record BatchItem
{
    public required BatchNumber Number { get; init; }
    public required BatchState State { get; init; }
    public required string ProductFiling { get; init; }
    public required string ProductName { get; init; }
    public required string Category { get; init; }
    public required string Zone { get; init; }
    public required string ZoneName { get; init; }
    public required int Records { get; init; }
    public required int Harvests { get; init; }

    /// <summary>A harvest was made inside a pre-harvest interval.</summary>
    public required bool Violated { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Revision { get; init; }
}

internal sealed class BatchQueries(NpgsqlDataSource database)
{
    private const string BatchesSql = """
        select jsonb_build_object('number', b.number, 'state', b.state, 'productFiling', b.product_filing, 'productName', b.product,
            'category', b.category, 'zone', b.zone, 'zoneName', coalesce(z.name, ''), 'records', b.records, 'harvests', b.harvests,
            'violated', b.violated, 'openedAt', b.opened_at, 'changedAt', b.changed_at, 'revision', b.revision)
        from batches b
        left join production_zones z on z.enterprise = b.enterprise and z.id = b.zone
        where b.enterprise = $1 and ($2::text is null or b.product_filing = $2) and ($3::text is null or b.zone = $3)
            and ($4::text is null or b.state = $4) and ($5::text is null or strpos(b.number, $5) > 0 or strpos(b.product, $5) > 0)
            and ($6::timestamptz is null or b.opened_at >= $6) and ($7::timestamptz is null or b.opened_at < $7)
            and ($8::text is null or b.number < $8)
        order by b.number desc limit $9
        """;

    private const string Record =
        "r.record || jsonb_strip_nulls(jsonb_build_object('revision', r.revision, 'lawfulFrom', r.lawful_from))";

    private const string RecordsSql = $"""
        select {Record}
        from stage_records r
        where r.enterprise = $1 and r.batch = $2 and ($3::text is null or r.stage = $3) and ($4::text is null or r.state = $4)
            and ($5::date is null or r.occurred_on >= $5) and ($6::date is null or r.occurred_on <= $6)
            and ($7::date is null or (r.occurred_on, r.created_at, r.id) > ($7, $8::text::timestamptz, $9::text))
        order by r.occurred_on, r.created_at, r.id limit $10
        """;

    private const string AllRecordsSql =
        $"select {Record} from stage_records r where r.enterprise = $1 and r.batch = $2 order by r.occurred_on, r.created_at, r.id";

    private const string NamesSql = """
        select jsonb_build_object('id', p.id, 'name', p.name) from plots_of_enterprises p where p.enterprise = $1 and p.id = any ($2)
        union all
        select jsonb_build_object('id', l.id, 'name', i.name || ' (' || i.unit || ')')
        from input_lots l join inputs i on i.enterprise = l.enterprise and i.id = l.item
        where l.enterprise = $1 and l.id = any ($2)
        """;

    public async Task<Page<BatchItem>> List(CreditCode enterprise, BatchFilter filter, Limit limit, Cursor cursor)
    {
        var items = await database.Read<BatchItem>(
            BatchesSql, enterprise.Value, filter.Product, filter.Zone, filter.State?.Name, filter.Q, ChinaTime.Begin(filter.From),
            ChinaTime.End(filter.To), cursor[0], limit.Value + 1);
        return Page<BatchItem>.Of(items, limit, item => [item.Number.Value]);
    }

    public async Task<Page<StageRecordView>> Records(
        CreditCode enterprise, BatchNumber batch, StageRecordFilter filter, Limit limit, Cursor cursor)
    {
        // The time goes as the text it was kept as, so that the database rounds it as it did then.
        var (day, time) = (Day(cursor[0]), cursor.Time(1) is null ? null : cursor[1]);
        var records = await database.Read<StageRecordView>(
            RecordsSql, enterprise.Value, batch.Value, filter.Stage, filter.State?.Name, filter.From, filter.To,
            time is null ? null : day, time, cursor[2], limit.Value + 1);
        return Page<StageRecordView>.Of(records.ConvertAll(Shown), limit, record =>
            [record.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Cursor.Text(record.Created!.At), record.Id]);
    }

    /// <summary>Every record of a batch in the order of time.</summary>
    public async Task<List<StageRecordView>> Records(CreditCode enterprise, BatchNumber batch) =>
        (await database.Read<StageRecordView>(AllRecordsSql, enterprise.Value, batch.Value)).ConvertAll(Shown);

    /// <summary>What plots and lots are called.</summary>
    public async Task<Dictionary<string, string>> Names(CreditCode enterprise, IEnumerable<string> ids) =>
        (await database.Read<NamedThing>(NamesSql, enterprise.Value, ids.ToArray())).ToDictionary(thing => thing.Id, thing => thing.Name);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // The table keeps what is personal encrypted, as the record does.
    private static StageRecordView Shown(StageRecordView record) => record with
    {
        Answers = record.Answers.Shown(),
        Created = record.Created?.Shown(),
        Changed = record.Changed?.Shown(),
        Submitted = record.Submitted?.Shown(),
    };

    private sealed record NamedThing(string Id, string Name);
}
