using System.Collections.Immutable;

namespace Suyuan.IdentityCodes;

/// <summary>The layouts that codes may have, by name: those of the product, and those that the configuration adds.</summary>
public sealed class CodeLayouts
{
    /// <summary>Twenty digits: district, enterprise, product, unit, check digit.</summary>
    public const string Standard = "standard";

    /// <summary>Rolls of earlier vendors: any digits, or any digits with a check digit at their end.</summary>
    public const string Plain = "plain";
    public const string Checked = "checked";

    private static readonly Dictionary<string, string> OfTheProduct = new(StringComparer.Ordinal)
    {
        [Standard] = "district:6 enterprise:4 product:3 unit:6 check",
        [Plain] = "unit",
        [Checked] = "unit check",
    };

    private readonly ImmutableSortedDictionary<string, IdentityCodeLayout> layouts;

    /// <exception cref="FormatException">A layout cannot be read, or the default is none of them.</exception>
    public CodeLayouts(IEnumerable<KeyValuePair<string, string>> configured, string? standard = null)
    {
        var texts = new Dictionary<string, string>(OfTheProduct, StringComparer.Ordinal);
        foreach (var (name, text) in configured) texts[name] = text;
        layouts = texts.ToImmutableSortedDictionary(
            pair => pair.Key, pair => IdentityCodeLayout.Parse(pair.Key, pair.Value), StringComparer.Ordinal);
        Default = Find(standard ?? Standard) ?? throw new FormatException($"There is no code layout '{standard}'.");
    }

    /// <summary>What an allocation gets that names none.</summary>
    public IdentityCodeLayout Default { get; }

    public IEnumerable<IdentityCodeLayout> All => layouts.Values;

    public IdentityCodeLayout? Find(string name) => layouts.GetValueOrDefault(name);
}
