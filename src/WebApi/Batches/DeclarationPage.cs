using QRCoder;
using Suyuan.Common;
using static Suyuan.Batches.PrintedPage;

namespace Suyuan.Batches;

/// <summary>A declaration of conformity as a page that a browser prints.</summary>
internal static class DeclarationPage
{
    public static string Of(DeclarationContent content)
    {
        using var data = content.Qr();
        using var qr = new SvgQRCode(data);
        var picture = qr.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        var promises = DeclarationContent.Promises.Select(promise => $"<li>☑ {promise}</li>");
        var basis = content.Basis.Select(one => $"{(one.Chosen ? "☑" : "☐")} {one.Name}");
        return PrintedPage.Of(DeclarationContent.Title, Language.Chinese, $"""
            <section class="declaration"><h1>{DeclarationContent.Title}</h1>{picture}
            <p>{DeclarationContent.Promise}</p><ul>{string.Concat(promises)}</ul>
            <p>{DeclarationContent.BasisTitle}{string.Join("　", basis)}</p>{Rows(content.Rows)}</section>
            """);
    }
}
