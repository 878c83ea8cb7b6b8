using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.Forms;
using Suyuan.Seasons;

namespace Suyuan.Batches;

/// <summary>Gathers what decisions on batches need to know.</summary>
internal sealed class BatchGathering(FormIntake intake, FormCatalogue catalogue, IFacts facts, TimeProvider clock)
{
    private const string Form = "batch";

    public FormCatalogue Catalogue => catalogue;

    public DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow());

    public Deed By(string account, string? reason = null) => new(account, clock.GetUtcNow(), reason?.Trim());

    public async Task<BatchFacts> ForOpening(CreditCode enterprise, OpenBatch command, FormAnswers? kept = null)
    {
        var known = await ForEditing(enterprise, command.Zone, command.Plots, command.Answers, kept);
        var standing = await facts.Find<FilingStanding>("filing_standing", enterprise.Value, command.ProductFiling) ?? new();
        return known with
        {
            By = By(command.By.Account),
            Standing = standing,
            Template = standing.Product is { } product ? [.. catalogue.TemplateOf(product.Category).Select(form => form.Key)] : [],
        };
    }

    public async Task<BatchFacts> ForEditing(
        CreditCode enterprise, string zone, ImmutableArray<string> plots, FormAnswers given, FormAnswers? kept) => new()
        {
            Grounds = await facts.Find<BatchGrounds>("find_batch_grounds", enterprise.Value, zone, plots.ToArray()) ?? new(),
            Filled = await intake.Fill(Form, enterprise, given, kept),
            By = By(""),
        };

    /// <summary>Whether the form is one of a stage; a stage's form may have left the catalogue with its folder.</summary>
    public Form? Stage(string stage) => catalogue.Find(stage) is { Stage: not null } form ? form : null;

    public async Task<RecordFacts> ForRecord(Batch batch, string stage, FormAnswers given, StageRecord? kept, Deed by)
    {
        var filled = await intake.Fill(stage, batch.Enterprise, given, kept?.Answers);
        return new() { Kept = kept, Filled = filled.And(await Elsewhere(batch, filled)), By = by, Today = Today };
    }

    /// <summary>Plots that the enterprise has, but not in this batch: what was done there is no part of it.</summary>
    private async Task<IEnumerable<FieldFault>> Elsewhere(Batch batch, FilledForm filled)
    {
        var named = FormReferences.Of(filled.Form, filled.Answers).Plots;
        if (named.Count == 0) return [];
        var own = batch.Plots.IsEmpty
            ? (await facts.Find<BatchGrounds>("find_batch_grounds", batch.Enterprise.Value, batch.Zone, named.ToArray()))?.Plots ?? []
            : batch.Plots;
        return RecordPlots.Elsewhere(filled, own);
    }

    public Task<StageRecord?> Record(CreditCode enterprise, BatchNumber batch, string id) =>
        facts.Find<StageRecord>("find_stage_record", enterprise.Value, batch.Value, id);

    public async Task<bool> CodesBound(string batchKey) =>
        await facts.Find<CodesBound>("find_codes_bound", batchKey) is { Bound: true };
}
