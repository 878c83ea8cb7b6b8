using Npgsql;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Seasons;

namespace Suyuan.Interchange;

/// <summary>Reads what stands behind batches and what came of them; whoever asks was let in before.</summary>
internal sealed class BatchFactQueries(NpgsqlDataSource database)
{
    public async Task<BatchFacts> Of(CreditCode enterprise, IEnumerable<string> batches, params string[] lots) =>
        await database.ReadOne<BatchFacts>(BatchFactSql.Facts, enterprise.Value, batches.ToArray(), lots) ?? new();

    /// <summary>What came of many batches, each summed up; without their codes behind a filing, which may stand behind all.</summary>
    public async Task<TouchedFacts> Of(CreditCode enterprise, TracedThing thing, IEnumerable<string> batches) =>
        await database.ReadOne<TouchedFacts>(
            BatchFactSql.Touched, enterprise.Value, batches.ToArray(), thing.Kind is TraceNodeKind.InputLot ? thing.Id : null,
            thing.Kind is not TraceNodeKind.Filing) ?? new();

    /// <summary>The batches that a thing stands behind; a batch behind itself.</summary>
    public async Task<List<string>> TouchedBy(CreditCode enterprise, TracedThing thing) => thing.Kind is TraceNodeKind.Batch
        ? [thing.Id]
        : await database.Read<string>(
            "select to_jsonb(t) from batches_touched($1, $2, $3) t order by 1", enterprise.Value, thing.Kind.Stored(), thing.Id);

    /// <summary>Which thing of an enterprise has this number or id.</summary>
    public Task<TracedThing?> Find(CreditCode enterprise, string id) =>
        database.ReadOne<TracedThing>(BatchFactSql.Thing, enterprise.Value, id);

    /// <summary>The ranges that are bound to a batch, with their freezes.</summary>
    public Task<List<TracedCodes>> Codes(CreditCode enterprise, BatchNumber batch) =>
        database.Read<TracedCodes>(BatchFactSql.Codes, enterprise.Value, batch.Value);

    /// <summary>The submitted test reports that name a batch.</summary>
    public Task<List<TracedTest>> Tests(CreditCode enterprise, BatchNumber batch) =>
        database.Read<TracedTest>(BatchFactSql.Tests, enterprise.Value, batch.Value);

    /// <summary>What was measured in the batch's zone from when it was opened until it was completed or voided.</summary>
    public Task<List<SensorDay>> Sensors(BatchView batch, DateTimeOffset now) => database.Read<SensorDay>(
        BatchFactSql.SensorDays, batch.Enterprise.Value, batch.Zone, ChinaTime.DateOf(batch.Opened!.At),
        ChinaTime.DateOf(batch.Completed?.At ?? batch.Voided?.At ?? now));

    /// <summary>The batch that a code is bound to.</summary>
    public Task<BoundCode?> Bound(string code) => database.ReadOne<BoundCode>(
        "select jsonb_build_object('enterprise', r.enterprise, 'batch', r.batch, 'range', r.id) from find_code_range($1) r", code);
}

/// <summary>Where a code is bound.</summary>
internal sealed record BoundCode(CreditCode Enterprise, BatchNumber Batch, string Range);
