using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Lookup;

namespace Suyuan.Filings;

/// <summary>The certificate (备案证书) of an issued filing: one sheet to print, without script.</summary>
internal static class CertificatePage
{
    private const string Style = """
        @page { size: A4 landscape; margin: 0 }
        * { box-sizing: border-box }
        body { margin: 0; color: #1c1b18; background: #fff;
               font: 16pt/1.6 "Songti SC", SimSun, "Noto Serif CJK SC", serif }
        main { width: 277mm; min-height: 190mm; margin: 10mm auto; padding: 18mm 24mm; border: 3pt double #8a2a1c;
               display: flex; flex-direction: column }
        h1 { font-size: 30pt; letter-spacing: .25em; text-align: center; color: #8a2a1c; margin: 0 0 2mm }
        .number { text-align: center; font-size: 13pt; margin: 0 0 10mm }
        dl { display: grid; grid-template-columns: 46mm 1fr; gap: 3mm 6mm; margin: 0 }
        dt { color: #5c5a52 } dd { margin: 0; overflow-wrap: anywhere }
        footer { margin-top: auto; text-align: right }
        """;

    /// <summary>The page runs no script and loads nothing; only its own style sheet applies.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Show(
        string id, Caller caller, IGrainFactory grains, HttpRequest request)
    {
        var filing = await grains.Filing(id).GetFor(caller);
        if (filing.Refused) return filing.Refusal.ToProblem();
        if (AgainstPrinting(filing.Value) is { } refusal) return refusal.ToProblem();
        var words = CertificateWords.In(Languages.Preferred(request));
        request.HttpContext.Response.Headers.ContentLanguage = words.Language;
        return TypedResults.Content(Page(filing.Value, words), "text/html; charset=utf-8");
    }

    private static Refusal? AgainstPrinting(FilingView filing) => filing.State switch
    {
        FilingState.Issued => null,
        FilingState.Expired => FilingRefusals.Expired,
        FilingState.Revoked => FilingRefusals.Revoked,
        _ => FilingRefusals.NotIssued,
    };

    private static string Page(FilingView filing, CertificateWords words)
    {
        var certificate = filing.Certificate!;
        return $"""
            <!doctype html>
            <html lang="{words.Language}"><head><meta charset="utf-8"><title>{words.Title(filing.Kind)} {certificate.Number}</title>
            <style>{Style}</style></head>
            <body><main><h1>{words.Title(filing.Kind)}</h1><p class="number">{words.Number} {certificate.Number}</p>
            {LookupPage.Rows(
                (words.Enterprise, filing.EnterpriseName),
                (words.CreditCode, filing.Enterprise.Value),
                (words.Product, filing.Answers.Text("productName") ?? filing.Answers.Text("product")),
                (words.Variety, filing.Answers.Text("variety")),
                (words.Specification, filing.Answers.Text("specification")),
                (words.Address, filing.Kind is FilingKind.Enterprise ? filing.Answers.Text("address") : null),
                (words.Validity, $"{certificate.ValidFrom:yyyy-MM-dd} – {certificate.ValidTo:yyyy-MM-dd}"))}
            <footer><p>{words.IssuedBy} {LookupPage.Safe(certificate.IssuedByName)}</p>
            <p>{words.IssuedOn(certificate.IssuedAt)}</p></footer>
            </main></body></html>
            """;
    }
}
