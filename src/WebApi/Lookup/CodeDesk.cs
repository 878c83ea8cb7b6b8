using System.Collections.Frozen;
using System.Text;
using Suyuan.Attachments;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>Answers look-ups: finds, counts, and hands out what was prepared, in the language that is asked for.</summary>
internal sealed class CodeDesk(CodeLookups lookups, ScanCounts counts, PublicFiles files)
{
    private const string Html = "text/html; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";
    private const string RetryAfterSeconds = "2";

    private static readonly FrozenDictionary<(string, Language), byte[]> Messages = Enum.GetValues<Language>().SelectMany(language =>
    {
        var words = CodeWords.In(language);
        return new[]
        {
            KeyValuePair.Create((LookupRefusals.UnknownCode.Code, language), CodePage.Message(words, words.Unknown, words.UnknownHelp)),
            KeyValuePair.Create((LookupRefusals.CodeNotBound.Code, language), CodePage.Message(words, words.NotBound, words.NotBoundHelp)),
            KeyValuePair.Create((WebRefusals.UnavailableCode, language), CodePage.Message(words, words.Away, words.AwayHelp)),
        };
    }).ToFrozenDictionary(message => message.Key, message => Encoding.UTF8.GetBytes(message.Value));

    public async Task<IResult> Json(string code, string? signature, HttpContext http)
    {
        var found = await lookups.Find(code);
        if (found.Refusal is { } refusal) return refusal.ToProblem();
        var prepared = found.Batch!.Json(found.Recall);
        var asked = await Count(found, signature, http);
        var words = CodeWords.In(Languages.Preferred(http.Request));
        return new PreparedAnswer(prepared, LookupJson.Content(prepared, asked, words), asked, JsonType);
    }

    public async Task<IResult> Page(string code, string? signature, HttpContext http, Func<CodeFound, bool>? belongs = null)
    {
        var language = Dress(http, LookupPage.ContentSecurityPolicyWithFiles);
        CodeFound found;
        try
        {
            found = await lookups.Find(code);
        }
        catch (Exception failure) when (FailureHandler.MeansTryAgain(failure))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Message(WebRefusals.UnavailableCode, language, StatusCodes.Status503ServiceUnavailable);
        }

        if (found.Refusal is { } refusal) return Message(refusal.Code, language, StatusCodes.Status404NotFound);
        if (belongs?.Invoke(found) == false) return Message(LookupRefusals.UnknownCode.Code, language, StatusCodes.Status404NotFound);
        var prepared = found.Batch!.Page(language, found.Recall);
        var asked = await Count(found, signature, http);
        return new PreparedAnswer(prepared, CodePage.Content(prepared, asked, CodeWords.In(language)), asked, Html);
    }

    /// <summary>What the page had no room for. Whoever reads on has been counted.</summary>
    public async Task<IResult> More(string code, string item, int from, HttpContext http)
    {
        var language = Dress(http, LookupPage.ContentSecurityPolicyWithFiles);
        var found = await lookups.Find(code);
        // A recalled product's deep trace is not shown.
        if (found.Refusal is not null || found.Recall.Length > 0)
            return Message((found.Refusal ?? LookupRefusals.UnknownCode).Code, language, StatusCodes.Status404NotFound);
        return Results.Content(CodePage.More(found.Batch!.View, item, from, found.Code, CodeWords.In(language)), Html);
    }

    public async Task<KeptAttachment?> File(string code, Sha256Digest digest)
    {
        var found = await lookups.Find(code);
        return found.Batch?.File(digest.Value) is null ? null : await files.Find(digest, found.Batch.View.Enterprise.Value);
    }

    public static IResult Entry(string? code, HttpContext http)
    {
        if (code is { Length: > 0 } && CodeValue.TryParse(code, out _)) return Results.Redirect($"/q/{code}");
        var words = CodeWords.In(Dress(http, EntryPage.ContentSecurityPolicy));
        return Results.Content(EntryPage.Of(words, code is { Length: > 0 } ? code : null), Html);
    }

    private async ValueTask<CodeAsked> Count(CodeFound found, string? signature, HttpContext http) =>
        new(found.Code, AskedBy.Typed, await counts.Count(http, found.Code), found.Recall.Length > 0);

    private static Language Dress(HttpContext http, string policy)
    {
        var language = Languages.Preferred(http.Request);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-store";
        headers.Vary = "Accept-Language";
        headers.ContentLanguage = language.Tag();
        return language;
    }

    private static MessagePage Message(string code, Language language, int status) => new MessagePage(Messages[(code, language)], status);

    /// <summary>A page without a product: the same bytes whatever code was asked for.</summary>
    private sealed class MessagePage(byte[] page, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            (response.StatusCode, response.ContentType, response.ContentLength) = (status, Html, page.Length);
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(page).AsTask();
        }
    }
}
