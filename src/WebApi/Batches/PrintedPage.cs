using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>The frame of pages that are printed: dossiers and declarations.</summary>
internal static class PrintedPage
{
    private const string Style = """
        @page { size: A4; margin: 15mm }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 190mm; padding: 5mm; color: #1c1b18; background: #fff;
               font: 10.5pt/1.5 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif }
        h1 { font-size: 16pt; margin: 0 0 3mm; text-align: center } h2 { font-size: 13pt; margin: 6mm 0 2mm; border-bottom: .3mm solid }
        h3 { font-size: 11pt; margin: 3mm 0 1mm } section, article { break-inside: avoid-page }
        dl { display: grid; grid-template-columns: 34mm 1fr; gap: .5mm 3mm; margin: 0 }
        dt { color: #5c5a52 } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line }
        table { border-collapse: collapse; width: 100% } th, td { border: .2mm solid #999; padding: .5mm 1.5mm; text-align: left }
        .warn { color: #a02800; font-weight: 700 } .who { color: #5c5a52; font-size: 9pt; margin: .5mm 0 0 }
        .declaration { border: .6mm solid; padding: 5mm; max-width: 140mm; margin: 0 auto }
        .declaration ul { list-style: none; margin: 0 0 2mm; padding: 0 } .declaration svg { width: 32mm; height: 32mm; float: right }
        a { color: inherit }
        """;

    private static readonly HtmlEncoder Readable = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page runs no script and loads nothing; only its own style sheet applies.</summary>
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static string Of(string title, Language language, string body) => $"""
        <!doctype html>
        <html lang="{language.Tag()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Safe(title)}</title><style>{Style}</style></head>
        <body><main>{body}</main></body></html>
        """;

    public static string Safe(string? text) => Readable.Encode(text ?? "");

    public static string Rows(IEnumerable<(string Name, string Value)> rows) =>
        $"<dl>{string.Concat(rows.Select(row => $"<dt>{Safe(row.Name)}</dt><dd>{Safe(row.Value)}</dd>"))}</dl>";

    /// <summary>Answers of the route may be pages, which bring the policy of their own style sheet.</summary>
    public static RouteHandlerBuilder Prints(this RouteHandlerBuilder route) => route.AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return next(context);
    });
}
