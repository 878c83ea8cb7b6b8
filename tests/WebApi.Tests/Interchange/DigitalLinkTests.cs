using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Suyuan.Batches;
using Suyuan.Forms;
using Suyuan.IdentityCodes;

namespace Suyuan.Interchange.Tests;

/// <summary>The links beside this test, which tests/Epcis.Tests holds to GS1's grammar: what we take for one, the grammar does too.</summary>
public sealed partial class DigitalLinkTests
{
    private static JsonElement Kept([CallerFilePath] string here = "") =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "digital-links.json"))).RootElement;

    private static bool IsOurs(string link) => Link().Match(link) is { Success: true } parts
        && Gtin.IsValid(parts.Groups["gtin"].Value)
        && BatchNumber.TryParse(parts.Groups["lot"].Value, null, out _)
        && IdentityCode.TryParse(parts.Groups["serial"].Value, null, out var code) && code.Value.Length <= 20;

    [Fact]
    public void Kept_links_are_told_apart_as_the_grammar_tells_them_IX1()
    {
        Assert.All(Kept().GetProperty("sound").EnumerateArray(), sound => Assert.True(IsOurs(sound.GetProperty("link").GetString()!)));
        Assert.All(Kept().GetProperty("broken").EnumerateArray(), broken => Assert.False(IsOurs(broken.GetString()!)));
    }

    [GeneratedRegex("^https://[^/]+/01/(?<gtin>[^/]+)/10/(?<lot>[^/]+)/21/(?<serial>[^/?]+)$")]
    private static partial Regex Link();
}
