using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Suyuan.Lookup;

/// <summary>The frame of the public pages: one column, made for a phone.</summary>
internal static class LookupPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c1b18; --soft: #5c5a52; --paper: #fff; --ground: #f5f3ee; --line: #dcd8ce;
                --good: #1d6b3a; --warn: #8a4b00 }
        @media (prefers-color-scheme: dark) {
            :root { --ink: #f1efe9; --soft: #b5b1a6; --paper: #24231f; --ground: #191814; --line: #3d3b34;
                    --good: #7fd39b; --warn: #f0b35f }
        }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--ground); color: var(--ink);
               font: 1rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
        main { max-width: 40rem; margin: 0 auto; padding: 1rem }
        header { color: var(--soft); font-size: .875rem }
        h1 { font-size: 1.375rem; line-height: 1.3; margin: .25rem 0 0 }
        h2 { font-size: 1rem; margin: 0 0 .5rem }
        .code { font: 1rem/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; margin: .25rem 0 1rem; color: var(--soft) }
        section { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0 0 1rem }
        dl { display: grid; grid-template-columns: min(40%, 12rem) 1fr; gap: .375rem 1rem; margin: 0 }
        dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
        .state { font-size: 1.125rem; font-weight: 600; margin: 0 0 .5rem }
        progress { width: 100%; height: .75rem; accent-color: var(--good) }
        .good { color: var(--good); font-weight: 600 } .warn { color: var(--warn) }
        p { margin: .5rem 0 } dl + h2 { margin-top: 1rem } dl + p { margin-bottom: 0 }
        ul { margin: 0; padding-left: 1.25rem }
        a { color: inherit; display: inline-block; padding: .25rem 0 }
        h3 { font-size: 1rem; margin: 1rem 0 .375rem } article + article { border-top: 1px solid var(--line) }
        h4 { font-size: .9375rem; margin: .75rem 0 .25rem }
        time { font-variant-numeric: tabular-nums; white-space: nowrap } h3 time, .time time { color: var(--soft) }
        .how { color: var(--soft); font-size: .875rem }
        .alert { background: #a1161b; color: #fff; font-weight: 600; padding: .75rem 1rem; border-radius: .5rem }
        .notices { border-color: var(--warn) }
        section > :last-child { margin-bottom: 0 }
        article, details dl { margin-bottom: .75rem } h1 + section { margin-top: 1rem }
        details { border-top: 1px solid var(--line) } summary { padding: .75rem 0; font-weight: 600; cursor: pointer }
        .time { list-style: none; padding: 0 0 0 .75rem; border-left: 2px solid var(--line) }
        img, video { display: block; max-width: 100%; border-radius: .25rem; margin: .25rem 0 }
        @media (max-width: 30rem) { dd:has(img, video) { grid-column: 1 / -1 } }
        .wide { overflow-x: auto; margin: .75rem 0 } table { border-collapse: collapse; min-width: 100% }
        caption { text-align: left; color: var(--soft) } th, td { text-align: left; padding: .375rem .75rem .375rem 0;
        border-bottom: 1px solid var(--line); vertical-align: top } label { display: block; font-weight: 600; margin: 1rem 0 .25rem }
        input, button { font: inherit; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border-radius: .375rem; color: inherit;
        border: 1px solid var(--soft); background: var(--ground) } button { margin-top: .75rem; cursor: pointer; font-weight: 600 }
        button[type=submit] { background: #1d6b3a; border-color: #1d6b3a; color: #fff }
        th { white-space: nowrap } td { min-width: 5rem } [hidden] { display: none }
        """;

    private static readonly HtmlEncoder Readable = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page runs no script and loads nothing; only its own style sheet applies.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Pages about codes show the pictures and films that were published, from beside their own address.</summary>
    public static string ContentSecurityPolicyWithFiles { get; } = ContentSecurityPolicy
        .Replace("base-uri 'none'", "img-src 'self'; media-src 'self'; base-uri 'self'", StringComparison.Ordinal);

    public static string Of(LookupWords words, string body) => $"""
        {Head(words.Language, words.Product)}</head>
        <body><main><header>{words.Product}</header>
        {body}
        </main></body></html>
        """;

    /// <summary>The head of a page, which is not closed yet.</summary>
    public static string Head(string language, string title) => $"""
        <!doctype html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex"><title>{Safe(title)}</title><style>{Style}</style>
        """;

    /// <summary>A list of names and values; what is not known is left out.</summary>
    public static string Rows(params ReadOnlySpan<(string Name, string? Value)> rows)
    {
        var list = new StringBuilder("<dl>");
        foreach (var (name, value) in rows)
            if (value is not null) list.Append(CultureInfo.InvariantCulture, $"<dt>{name}</dt><dd>{Safe(value)}</dd>");
        return list.Append("</dl>").ToString();
    }

    public static string Safe(string text) => Readable.Encode(text);
}
