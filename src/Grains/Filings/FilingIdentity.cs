using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>
/// What a living filing is of, where an enterprise may have one only (FL4): itself, or a product by name, variety and specification.
/// Widths, cases and blanks make no other product.
/// </summary>
internal static class FilingIdentity
{
    private const string Itself = "enterprise";
    private const int WidthOffset = '\uFF01' - '!';

    public static string? Of(FilingKind kind, FormAnswers answers) => kind switch
    {
        FilingKind.Enterprise => Itself,
        FilingKind.Product when answers.Text("productName") is { } name =>
            string.Join('\n', ((string?[])[name, answers.Text("variety"), answers.Text("specification")]).Select(Folded)),
        _ => null,
    };

    // Full-width letters, digits and signs are those of ASCII; .NET's own normalization would need ICU, which the product does without.
    private static string Folded(string? text) => string.Concat((text ?? "")
        .Where(character => !char.IsWhiteSpace(character))
        .Select(Narrow).Select(char.ToLowerInvariant));

    private static char Narrow(char character) => character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - WidthOffset) : character;
}
