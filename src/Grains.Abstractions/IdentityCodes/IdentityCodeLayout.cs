using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Suyuan.IdentityCodes;

/// <summary>
/// Layout of identity codes: its parts from the left. Units come last but for the check digit, so that a run of units is a run of codes.
/// </summary>
[GenerateSerializer, Immutable, Alias("identity-code-layout")]
public sealed record IdentityCodeLayout
{
    private const string UnitName = "unit";

    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public ImmutableArray<CodePart> Parts { get; init; } = [];

    [JsonIgnore] public bool IsChecked => !Parts.IsEmpty && Parts[^1].Kind == CodePartKind.Check;

    /// <summary>How many digits its codes have; null where any length will do, as on rolls of earlier vendors.</summary>
    [JsonIgnore] public int? Length => UnitDigits == 0 ? null : Parts.Sum(part => part.Digits);

    [JsonIgnore] public int UnitDigits => Part(CodePartKind.Unit)?.Digits ?? 0;

    public CodePart? Part(CodePartKind kind) => Parts.FirstOrDefault(part => part.Kind == kind);

    /// <summary>Whether a code has this layout's length, fixed digits and check digit.</summary>
    public bool Fits(IdentityCode code)
    {
        if ((Length ?? code.Length) != code.Length || (IsChecked && !code.HasCheckDigit)) return false;
        var at = 0;
        foreach (var part in Parts)
        {
            if (part.Text is { } text && string.CompareOrdinal(code.Value, at, text, 0, text.Length) != 0) return false;
            at += part.Digits;
        }

        return true;
    }

    /// <summary>Reads `fixed:69 enterprise:4 product:3 unit:6 check`, as the configuration has it.</summary>
    /// <exception cref="FormatException">It is no layout; the message says why.</exception>
    public static IdentityCodeLayout Parse(string name, string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PartOf).ToImmutableArray();
        var layout = new IdentityCodeLayout { Name = name, Parts = parts };
        return layout.Fault() is { } fault ? throw new FormatException($"Code layout '{name}' ({text}): {fault}.") : layout;
    }

    private static CodePart PartOf(string text)
    {
        var (kind, size) = text.Split(':') is [var left, var right] ? (left, right) : (text, "");
        if (kind == "fixed") return new() { Kind = CodePartKind.Fixed, Digits = size.Length, Text = size };
        if (kind == "check" && size.Length == 0) return new() { Kind = CodePartKind.Check, Digits = 1 };
        if (kind == UnitName && size.Length == 0) return new() { Kind = CodePartKind.Unit };
        var known = Enum.TryParse<CodePartKind>(kind, ignoreCase: true, out var read) && int.TryParse(kind, out _) is false;
        return known && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits > 0
            ? new() { Kind = read, Digits = digits }
            : throw new FormatException($"'{text}' is no part of a code: write kind:digits.");
    }

    private string? Fault() => this switch
    {
        _ when Parts.Count(part => part.Kind == CodePartKind.Unit) != 1 => "it needs one unit part",
        _ when Parts.Where(part => part.Text is null).CountBy(part => part.Kind).Any(kind => kind.Value > 1) => "a part comes twice",
        _ when Parts[^(IsChecked ? 2 : 1)].Kind != CodePartKind.Unit => "units come last, but for the check digit",
        _ when Parts.Any(part => part.Text is { } text && !text.All(char.IsAsciiDigit)) => "fixed parts are digits",
        _ when Part(CodePartKind.Check) is { } check && !(IsChecked && check.Digits == 1) => "the check digit is one digit, the last",
        _ when Part(CodePartKind.District) is { Digits: > 6 } => "a district has at most six digits",
        _ when Length is < IdentityCode.Shortest or > IdentityCode.Longest => "a code has 8 to 32 digits",
        _ when Part(CodePartKind.Enterprise) is { } enterprise && Part(CodePartKind.Product) is { } product
            && Parts.IndexOf(product) < Parts.IndexOf(enterprise) => "the product's serial follows the enterprise's",
        _ => null,
    };
}
