using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.TraceCards;

namespace Suyuan.Batches;

internal static class DeclarationEndpoints
{
    private static readonly string[] Barred = ["batch/not-running", "batch/not-harvested", "batch/harvest-violated"];

    public static void MapDeclarations(this RouteGroupBuilder batch)
    {
        batch.MapPost("/declarations", Issue).Allow(BatchAccess.Writers).WithName("issueDeclaration")
            .WithSummary("Issues a declaration of conformity for so much of the batch; each issue is kept.")
            .Refuses([.. Barred, "batch/declaration-invalid"]);
        batch.MapGet("/declaration", Print).Allow(BatchAccess.Readers).WithName("printDeclaration")
            .WithSummary("The declaration of conformity issued last, or the one named: a page that a browser prints, or PDF.")
            .Produces<string>(200, "text/html", "application/pdf").Prints()
            .Refuses([.. Barred, "trace-card/label-letters-missing", "trace-card/label-font-missing"]);
    }

    private static async Task<Results<Created<DeclarationView>, ProblemHttpResult>> Issue(
        CreditCode usci, BatchNumber batch, DeclarationRequest body, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).Declare(body.ToCommand(caller))).ToCreated(issued => string.Create(
            CultureInfo.InvariantCulture, $"/api/v1/enterprises/{usci}/batches/{batch}/declaration?number={issued.Number}"));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Print(
        CreditCode usci, BatchNumber batch, Caller caller, IGrainFactory grains, LabelFont fonts, int? number = null,
        Choice<DeclarationFormat>? format = null)
    {
        var (found, verdicts) = (await grains.Batch(usci, batch).GetFor(caller), await grains.Batch(usci, batch).JudgeDeclaring(caller));
        if ((found.Refusal ?? verdicts.Refusal ?? verdicts.Value.Refusals.FirstOrDefault()) is { } refusal) return refusal.ToProblem();
        var issued = found.Value.Declarations.LastOrDefault(one => number is null || one.Number == number);
        if (issued is null) return SharedRefusals.NotFound("declaration").ToProblem();
        var content = new DeclarationContent(usci, found.Value, issued);
        if (format?.Value is not DeclarationFormat.Pdf)
            return TypedResults.File(Encoding.UTF8.GetBytes(DeclarationPage.Of(content)), "text/html; charset=utf-8");
        var font = fonts.For(content.Texts);
        return font.Refused
            ? font.Refusal.ToProblem()
            : TypedResults.File(DeclarationPdf.Make(content, font.Value), "application/pdf", $"{batch}-{issued.Number}.pdf");
    }
}
