using System.Text.Json.Nodes;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>Puts a batch's dossier together.</summary>
internal sealed class Dossiers(IGrainFactory grains, BatchQueries queries, FormCatalogue catalogue)
{
    public async Task<Result<Dossier>> Of(CreditCode enterprise, BatchNumber number, Caller caller)
    {
        var owner = await grains.Enterprise(enterprise).GetFor(caller);
        var found = await grains.Batch(enterprise, number).GetFor(caller);
        if ((owner.Refusal ?? found.Refusal) is { } refusal) return refusal;

        var batch = found.Value;
        var records = await queries.Records(enterprise, number);
        var zone = await grains.ProductionZone(enterprise, batch.Zone).GetFor(caller);
        var plots = await Task.WhenAll(batch.Plots.Select(plot => grains.Entry(EntryKind.Plot, enterprise, plot).GetFor(caller)));
        return new Dossier(
            owner.Value.Name,
            batch,
            zone.Refused ? null : zone.Value,
            [.. plots.Where(plot => !plot.Refused).Select(plot => plot.Value)],
            [.. batch.Stages.Select(stage => Stage(stage, records))],
            [.. records.SelectMany(Files)]);
    }

    private DossierStage Stage(BatchStageView stage, List<StageRecordView> records)
    {
        var own = records.Where(record => record.Stage == stage.Stage).ToList();
        return new(stage.Stage, catalogue.Find(stage.Stage)?.Label ?? new() { Zh = stage.Stage, En = stage.Stage }, stage.Group, own);
    }

    private static IEnumerable<DossierFile> Files(StageRecordView record) => Files(record.Answers.ToObject())
        .Select(file => (Digest: TextOf(file["sha256"]), Name: TextOf(file["name"])))
        .Where(file => file.Digest is not null)
        .Select(file => new DossierFile(file.Digest!, file.Name ?? file.Digest!, record.Id));

    private static IEnumerable<JsonObject> Files(JsonNode? node) => node switch
    {
        JsonObject file when file.ContainsKey("sha256") => [file],
        JsonObject row => row.SelectMany(member => Files(member.Value)),
        JsonArray items => items.SelectMany(Files),
        _ => [],
    };

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
