using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Batches;

internal static class DossierEndpoints
{
    public static void MapDossier(this RouteGroupBuilder batch) =>
        batch.MapGet("/dossier", Show).Allow(BatchAccess.Readers).WithName("getDossier")
            .WithSummary("The dossier of a batch: all records by stage and time; as JSON, or as a page that a browser prints.")
            .Produces<Dossier>().Produces<string>(200, "text/html").Prints();

    private static async Task<IResult> Show(
        CreditCode usci, BatchNumber batch, Caller caller, HttpRequest request, DossierPrinter printer,
        Choice<DossierFormat>? format = null)
    {
        var dossier = await printer.Get(usci, batch, caller);
        if (dossier.Refused) return dossier.Refusal.ToProblem();
        if (format?.Value is not DossierFormat.Html) return TypedResults.Ok(dossier.Value);
        return TypedResults.Content(await printer.Page(dossier.Value, Languages.Preferred(request)), "text/html; charset=utf-8");
    }
}

/// <summary>Dossiers and the pages made of them.</summary>
internal sealed class DossierPrinter(Dossiers dossiers, BatchQueries queries, FormCatalogue catalogue)
{
    public Task<Result<Dossier>> Get(CreditCode enterprise, BatchNumber batch, Caller caller) => dossiers.Of(enterprise, batch, caller);

    public async Task<string> Page(Dossier dossier, Language language)
    {
        var named = dossier.Stages.SelectMany(stage => stage.Records).SelectMany(Named).Distinct();
        return new DossierPage(catalogue, language, await queries.Names(dossier.Batch.Enterprise, named)).Of(dossier);
    }

    private IEnumerable<string> Named(StageRecordView record)
    {
        if (catalogue.Find(record.Stage, record.FormVersion) is not { } form) return [];
        var references = FormReferences.Of(form, record.Answers);
        return references.Plots.Concat(references.Lots);
    }
}
