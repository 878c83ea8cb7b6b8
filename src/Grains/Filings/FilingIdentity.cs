using System.Text;
using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>
/// What a living filing is of, where an enterprise may have one only (FL4): itself, or a product by name, variety and specification.
/// Widths, cases and blanks make no other product.
/// </summary>
internal static class FilingIdentity
{
    private const string Itself = "enterprise";

    public static string? Of(FilingKind kind, FormAnswers answers) => kind switch
    {
        FilingKind.Enterprise => Itself,
        FilingKind.Product when answers.Text("productName") is { } name =>
            string.Join('\n', ((string?[])[name, answers.Text("variety"), answers.Text("specification")]).Select(Folded)),
        _ => null,
    };

    private static string Folded(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();
}
