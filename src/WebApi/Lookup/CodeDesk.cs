using System.Collections.Frozen;
using System.Text;
using Suyuan.Attachments;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>Answers look-ups: finds, counts, and hands out what was prepared, in the language that is asked for.</summary>
internal sealed class CodeDesk(CodeLookups lookups, ScanCounts counts, LabelSignatures signatures, PublicFiles files)
{
    private const string Html = "text/html; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";

    private static readonly FrozenDictionary<(string, Language), byte[]> Messages = Enum.GetValues<Language>().SelectMany(language =>
    {
        var words = CodeWords.In(language);
        return new[]
        {
            KeyValuePair.Create((LookupRefusals.UnknownCode.Code, language), CodePage.Message(words, words.Unknown, words.UnknownHelp)),
            KeyValuePair.Create((LookupRefusals.CodeNotBound.Code, language), CodePage.Message(words, words.NotBound, words.NotBoundHelp)),
        };
    }).ToFrozenDictionary(message => message.Key, message => Encoding.UTF8.GetBytes(message.Value));

    public async Task<IResult> Json(string code, string? signature, HttpContext http)
    {
        var found = await lookups.Find(code);
        if (found.Refusal is { } refusal) return refusal.ToProblem();
        var asked = await Count(found, signature, http);
        var prepared = found.Batch!.Json(asked.Warnings);
        var words = CodeWords.In(Languages.Preferred(http.Request));
        return new PreparedAnswer(prepared, LookupJson.Content(prepared, asked, words), asked, JsonType);
    }

    public async Task<IResult> Page(string code, string? signature, HttpContext http, Func<CodeFound, bool>? belongs = null)
    {
        var language = Dress(http, LookupPage.ContentSecurityPolicyWithFiles);
        var found = await lookups.Find(code);
        if (found.Refusal is { } refusal) return Message(refusal.Code, language);
        if (belongs?.Invoke(found) == false) return Message(LookupRefusals.UnknownCode.Code, language);
        var asked = await Count(found, signature, http);
        var prepared = found.Batch!.Page(language, asked.Warnings);
        return new PreparedAnswer(prepared, CodePage.Content(prepared, asked, CodeWords.In(language)), asked, Html);
    }

    /// <summary>What the page had no room for. Whoever reads on has been counted.</summary>
    public async Task<IResult> More(string code, string item, int from, HttpContext http)
    {
        var language = Dress(http, LookupPage.ContentSecurityPolicyWithFiles);
        var found = await lookups.Find(code);
        // A recalled product's deep trace is not shown.
        if (found.Refusal is not null || found.IsRecalled)
            return Message((found.Refusal ?? LookupRefusals.UnknownCode).Code, language);
        return Results.Content(CodePage.More(found.Batch!.View, item, from, found.Code, CodeWords.In(language)), Html);
    }

    public async Task<KeptAttachment?> File(string code, Sha256Digest digest)
    {
        var found = await lookups.Find(code);
        return found.Batch is { } batch && batch.Names(digest.Value, found.IsRecalled)
            ? await files.Find(digest, batch.View.Enterprise.Value)
            : null;
    }

    public static IResult Entry(string? code, HttpContext http)
    {
        if (code is { Length: > 0 } && TypedCode.PathOf(code) is { } path) return Results.Redirect(path);
        var words = CodeWords.In(Dress(http, EntryPage.ContentSecurityPolicy));
        return Results.Content(EntryPage.Of(words, code is { Length: > 0 } ? code : null), Html);
    }

    private async ValueTask<CodeAsked> Count(CodeFound found, string? signature, HttpContext http)
    {
        var kind = await signatures.KindOf(found.Code, signature);
        var by = kind == SignatureKind.Fits ? AskedBy.Scanned : AskedBy.Typed;
        return new(found.Code, by, await counts.Count(http, found.Code), new(found.Recall, kind == SignatureKind.Wrong));
    }

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

    private static MessagePage Message(string code, Language language) => new(Messages[(code, language)]);

    /// <summary>A page without a product: the same bytes whatever code was asked for.</summary>
    private sealed class MessagePage(byte[] page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            (response.StatusCode, response.ContentType, response.ContentLength) = (StatusCodes.Status404NotFound, Html, page.Length);
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(page).AsTask();
        }
    }
}
