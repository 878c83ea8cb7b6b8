using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Suyuan.Common;

/// <summary>Where the `type` of a problem leads: what the code means, for people and programs.</summary>
internal static class ProblemEndpoints
{
    private static readonly HtmlEncoder Readable = HtmlEncoder.Create(UnicodeRanges.All);

    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        app.MapGet("/problems", List).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/problems/{**code}", Get).AllowAnonymous().ExcludeFromDescription();
    }

    private static Ok<IEnumerable<ProblemDefinition>> List(ProblemCatalogue catalogue) => TypedResults.Ok(catalogue.All);

    private static Results<Ok<ProblemDefinition>, ContentHttpResult, ProblemHttpResult> Get(
        string code, ProblemCatalogue catalogue, HttpRequest request)
    {
        if (catalogue.Find(code) is not { } definition) return SharedRefusals.NotFound("problem").ToProblem();
        if (!WantsPage(request)) return TypedResults.Ok(definition);
        return TypedResults.Content(Page(definition, Languages.Preferred(request)), MediaTypeNames.Text.Html + "; charset=utf-8");
    }

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);

    private static string Page(ProblemDefinition problem, Language language)
    {
        var encode = Readable;
        var text = problem.In(language);
        return $"""
            <!doctype html><html lang="{language.Tag()}"><meta charset="utf-8"><title>{encode.Encode(text.Title)}</title>
            <h1>{encode.Encode(text.Title)}</h1><p>{encode.Encode(text.Detail ?? "")}</p>
            <p><code>{encode.Encode(problem.Code)}</code> · HTTP {problem.Status}</p></html>
            """;
    }
}
