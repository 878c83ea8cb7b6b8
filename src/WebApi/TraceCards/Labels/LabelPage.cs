using System.Net;
using System.Security.Cryptography;
using System.Text;
using QRCoder;

namespace Suyuan.TraceCards;

/// <summary>Labels as a page that a browser prints.</summary>
internal static class LabelPage
{
    private const int LabelsOfSheet = 8, LongName = 30;

    private const string Style = """
        * { box-sizing: border-box }
        body { margin: 0; color: #000; background: #fff;
               font: 3.9mm/1.36 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif }
        h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%) }
        .sheet { break-after: page } .sheet:last-child { break-after: auto }
        .a4 { display: grid; grid-template-columns: 100mm 100mm; grid-auto-rows: 70mm }
        .label { width: 100mm; height: 70mm; padding: 4mm; overflow: hidden;
                 display: grid; grid-template: auto 1fr auto / 1fr 30mm; column-gap: 1mm }
        .a4 .label { outline: .1mm dashed #999; outline-offset: -.1mm }
        h2 { font-size: 4.6mm; line-height: 1.3; margin: 0; grid-column: 1 / 3; display: flex; justify-content: space-between }
        dl { margin: 0; display: grid; grid-template-columns: 17mm 1fr; align-content: start }
        dl.long { font-size: 2.7mm }
        dd { margin: 0; overflow-wrap: anywhere }
        svg { width: 30mm; height: 30mm }
        .number { margin: 0; grid-column: 1 / 3; font: 700 5.4mm/1 "Noto Sans Mono", Consolas, monospace; letter-spacing: .3mm }
        """;

    private const string A4Style = "@page { size: A4; margin: 8.5mm 5mm }";
    private const string RollStyle = "@page { size: 100mm 70mm; margin: 0 }";

    /// <summary>The page runs no script and loads nothing; only its own style sheets apply.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src {string.Join(' ', new[] { Style, A4Style, RollStyle }.Select(Digest))}; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    private static string Digest(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    public static string Make(LabelContent content, LabelLayout layout)
    {
        var qr = Qr(content.Url);
        var labels = content.Run.Films.SelectMany(film => Enumerable.Repeat(Label(content, content.MarkOf(film), qr), film.Count));
        var (name, page, size) = layout == LabelLayout.A4 ? ("sheet a4", A4Style, LabelsOfSheet) : ("sheet roll", RollStyle, 1);
        var sheets = labels.Chunk(size).Select(sheet => $"""<div class="{name}">{string.Concat(sheet)}</div>""");
        return $"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>追溯卡 {content.Number}</title>
            <style>{page}</style><style>{Style}</style></head>
            <body><main><h1>追溯卡 {content.Number}</h1>{string.Concat(sheets)}</main></body></html>
            """;
    }

    private static string Label(LabelContent content, string mark, string qr)
    {
        var rows = content.Rows.Select(row => $"<dt>{row.Name}</dt><dd>{WebUtility.HtmlEncode(row.Value)}</dd>");
        var name = content.Rows.Any(row => row.Value.Length > LongName) ? " class=\"long\"" : "";
        return $"""
            <section class="label" aria-label="标签 {mark}"><h2><span>{content.Title}</span><span>{content.ReprintMark} {mark}</span></h2>
            <dl{name}>{string.Concat(rows)}</dl>
            {qr}<p class="number">{content.Number}</p></section>
            """;
    }

    private static string Qr(string url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var qr = new SvgQRCode(data);
        return qr.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
