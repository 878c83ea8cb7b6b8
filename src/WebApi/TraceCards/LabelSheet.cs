using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.TraceCards;

/// <summary>Paper that labels are printed on.</summary>
public enum LabelLayout
{
    /// <summary>A4 sheets, eight labels each.</summary>
    A4,

    /// <summary>A roll of 100 × 70 mm labels.</summary>
    Roll,
}

/// <summary>The labels of a card as a page that a browser prints (CD2): never an ID number on it.</summary>
internal static class LabelSheet
{
    private const string Style = """
        @page { margin: 0 }
        body { margin: 0; font: 3.2mm/1.35 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #000 }
        .sheet { display: flex; flex-wrap: wrap }
        .label { box-sizing: border-box; width: 100mm; height: 70mm; padding: 4mm; display: grid; grid-template-columns: 1fr 30mm; gap: 2mm;
                 break-inside: avoid; overflow: hidden }
        .a4 .label { border: .1mm dashed #999 }
        .roll .label { break-after: page }
        h1 { font-size: 4.4mm; margin: 0; grid-column: 1 / 3; display: flex; justify-content: space-between }
        dl { margin: 0; display: grid; grid-template-columns: 16mm 1fr; align-content: start }
        dt { color: #333 } dd { margin: 0; overflow-wrap: anywhere }
        svg { width: 30mm; height: 30mm }
        .number { grid-column: 1 / 3; font: 700 5mm/1 "Noto Sans Mono", monospace; letter-spacing: .3mm; align-self: end }
        """;

    /// <summary>The page runs no script and loads nothing; only its own style sheet applies.</summary>
    public static string ContentSecurityPolicy { get; } = $"default-src 'none'; style-src 'sha256-{Digest(Style)}'; frame-ancestors 'none'";

    private static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static Results<ContentHttpResult, ProblemHttpResult> ToLabels(
        this Result<TraceCardView> card, LabelLayout layout, string origin) =>
        card.Refused ? card.Refusal.ToProblem() : TypedResults.Content(Page(card.Value, layout, origin), "text/html; charset=utf-8");

    internal static string Page(TraceCardView card, LabelLayout layout, string origin)
    {
        var qr = Qr($"{origin}/c/{card.Card}");
        var labels = new StringBuilder();
        var count = card.FilmCount * card.Copies;
        for (var label = 0; label < count; label++) Append(labels, card, label / card.Copies + 1, qr);
        return $"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>追溯卡 {card.Card}</title><style>{Style}</style></head>
            <body><main class="sheet {(layout == LabelLayout.Roll ? "roll" : "a4")}">{labels}</main></body></html>
            """;
    }

    private static void Append(StringBuilder labels, TraceCardView card, int film, string qr) => labels.Append(
        CultureInfo.InvariantCulture,
        $"""
        <section class="label"><h1><span>棉花质量追溯卡</span><span>{film}/{card.FilmCount}</span></h1>
        <dl><dt>加工企业</dt><dd>{card.Gin}</dd><dt>年度</dt><dd>{card.Season}</dd><dt>追溯单元</dt><dd>{Safe(card.UnitName)}</dd>
        <dt>种植者</dt><dd>{Safe(card.GrowerMaskedName)}</dd><dt>品种</dt><dd>{Safe(card.Variety ?? "—")}</dd><dt>磅单号</dt><dd>{card.Ticket}</dd>
        <dt>净重</dt><dd>{(card.NetKg is { } net ? $"{net} kg" : "—")}</dd>
        <dt>打印日期</dt><dd>{ChinaTime.DateOf(card.PrintedAt):yyyy-MM-dd}</dd></dl>
        {qr}<p class="number">{card.Card}</p></section>
        """);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Qr(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var qr = new SvgQRCode(data);
        return qr.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
