using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.Lookup;

/// <summary>
/// What the codes on labels and bales lead to: pages for anybody with a phone, without script and without personal data. What does not
/// exist and what cannot exist look alike.
/// </summary>
internal static class LookupEndpoints
{
    public static void MapLookups(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnonymous().RequireRateLimiting(RateLimits.LookUp).ExcludeFromDescription().IsConsumerPage()
            .AddEndpointFilter((context, next) =>
            {
                var headers = context.HttpContext.Response.Headers;
                headers.ContentSecurityPolicy = LookupPage.ContentSecurityPolicy;
                headers.CacheControl = "no-store";
                headers.Vary = "Accept-Language";
                headers.ContentLanguage = Languages.Preferred(context.HttpContext.Request).Tag();
                return next(context);
            });
        pages.MapGet("/c/{card}", Card);
        pages.MapGet("/b/{barcode}", Bale);
    }

    private static async Task<ContentHttpResult> Card(string card, LookupQueries queries, HttpRequest request)
    {
        var words = LookupWords.In(Languages.Preferred(request));
        return CardNumber.TryParse(card, null, out var number) && await queries.Card(number) is { } found
            ? Page(words, CardPage.Body(found, words))
            : Missing(words);
    }

    private static async Task<ContentHttpResult> Bale(string barcode, LookupQueries queries, HttpRequest request)
    {
        var words = LookupWords.In(Languages.Preferred(request));
        if (!BaleBarcode.TryParse(barcode, null, out var code) || await queries.Bale(code) is not { } bale) return Missing(words);
        var card = bale.Card is { } number ? await queries.Card(number) : null;
        return Page(words, BalePage.Body(bale, card, words));
    }

    private static ContentHttpResult Page(LookupWords words, string body, int status = StatusCodes.Status200OK) =>
        TypedResults.Content(LookupPage.Of(words, body), "text/html; charset=utf-8", statusCode: status);

    private static ContentHttpResult Missing(LookupWords words) =>
        Page(words, $"<h1>{words.Missing}</h1><p>{words.MissingHelp}</p>", StatusCodes.Status404NotFound);
}
