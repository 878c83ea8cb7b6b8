using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>Makes the labels of a card as they are wanted.</summary>
internal sealed class Labels(PublicAddress address, LabelFont fonts)
{
    public Result<LabelFile> Make(TraceCardView card, LabelOptions options) =>
        options is { Kind: LabelFormat.Zpl, Paper: LabelLayout.A4 }
            ? LabelRefusals.ZplOnRollOnly
            : LabelRun.Of(card, options.Reprint, options.Film).Then(run => Make(LabelContent.Of(card, run, address), options));

    private Result<LabelFile> Make(LabelContent content, LabelOptions options)
    {
        if (options.Kind == LabelFormat.Html) return LabelFile.Page(LabelPage.Make(content, options.Paper));
        var font = fonts.For(
            [content.Title, content.ReprintMark ?? "", .. content.Rows.SelectMany(row => new[] { row.Name, row.Value })]);
        return font.Then<LabelFile>(found => options.Kind == LabelFormat.Pdf
            ? new LabelFile(LabelPdf.Make(content, found, options.Paper), "application/pdf", $"{content.Number}.pdf")
            : new LabelFile(
                LabelZpl.Make(content, found, options.Dpi ?? PrinterResolution.Usual), "application/zpl", $"{content.Number}.zpl"));
    }
}

/// <summary>Printable labels; without a name it is shown, with one it is a file.</summary>
internal sealed record LabelFile(byte[] Content, string Type, string? Name)
{
    public static LabelFile Page(string text) => new(Encoding.UTF8.GetBytes(text), "text/html; charset=utf-8", null);
}

internal static class LabelAnswers
{
    public static Results<FileContentHttpResult, ProblemHttpResult> ToFile(this Result<LabelFile> labels) => labels.Refused
        ? labels.Refusal.ToProblem()
        : TypedResults.File(labels.Value.Content, labels.Value.Type, labels.Value.Name);
}
