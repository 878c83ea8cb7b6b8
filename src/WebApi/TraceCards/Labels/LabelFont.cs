using System.Text;
using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>
/// The font of labels that we draw ourselves: the setting Labels:Font, the one that the build brought, or one of the machine's own. It has
/// TrueType outlines, which both PDF and our dots need.
/// </summary>
internal sealed class LabelFont(IConfiguration configuration)
{
    private const string MustHave = "棉花质量追溯卡0123456789";

    private static readonly string[] Places =
    [
        Path.Combine(AppContext.BaseDirectory, "assets", "label-font.ttf"),
        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
        "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
        @"C:\Windows\Fonts\simhei.ttf",
    ];

    private readonly Lazy<TrueTypeFont?> font = new(() =>
        (configuration["Labels:Font"] is { } named ? [named] : Places).Select(Load).FirstOrDefault(found => found is not null));

    /// <summary>The font, if there is one and it has every letter of these texts.</summary>
    public Result<TrueTypeFont> For(IEnumerable<string> texts)
    {
        if (font.Value is not { } found) return LabelRefusals.FontMissing;
        var missing = Missing(found, texts);
        return missing == "" ? found : LabelRefusals.LettersMissing(missing);
    }

    private static TrueTypeFont? Load(string path) =>
        File.Exists(path) && TrueTypeFont.Read(File.ReadAllBytes(path)) is { } font && Missing(font, [MustHave]) == "" ? font : null;

    private static string Missing(TrueTypeFont font, IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(text => text.EnumerateRunes()).Distinct().Where(letter => font.Glyph(letter) == 0));
}
