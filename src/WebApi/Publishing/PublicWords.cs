using System.Collections.Frozen;
using System.Globalization;
using Suyuan.Forms;
using Suyuan.Regions;

namespace Suyuan.Publishing;

/// <summary>What stands for the keys, codes and figures of stored answers where consumers read them, in both languages.</summary>
internal sealed class PublicWords(FormCatalogue forms, Districts districts)
{
    private const string InputForms = "input-";
    private const string Unit = "unit";

    // Forms write units as the trade does; these are the ones that English does not.
    private static readonly FrozenDictionary<string, (string One, string Many)> EnglishUnits = new Dictionary<string, (string, string)>
    {
        ["亩"] = ("mu", "mu"), ["kg/亩"] = ("kg/mu", "kg/mu"), ["株/亩"] = ("plants/mu", "plants/mu"), ["天"] = ("day", "days"),
        ["月"] = ("month", "months"), ["次"] = ("time", "times"), ["人"] = ("person", "people"), ["株"] = ("plant", "plants"),
        ["台"] = ("unit", "units"), ["条"] = ("line", "lines"), ["班"] = ("shift", "shifts"), ["箱"] = ("box", "boxes"),
        ["个"] = ("", ""), ["单"] = ("order", "orders"), ["元"] = ("CNY", "CNY"), ["万元"] = ("× 10,000 CNY", "× 10,000 CNY"),
        ["元/kg"] = ("CNY/kg", "CNY/kg"), ["℃"] = ("°C", "°C"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, FormText> inputUnits = forms.All
        .Where(form => form.Key.StartsWith(InputForms, StringComparison.Ordinal))
        .SelectMany(form => form.Fields).Where(field => field.Key == Unit).SelectMany(field => field.Choices)
        .DistinctBy(choice => choice.Key).ToFrozenDictionary(choice => choice.Key, choice => choice.Label, StringComparer.Ordinal);

    /// <summary>浙江省杭州市余杭区; null for a division that no file of this node names.</summary>
    public string? DistrictOf(string code) =>
        DistrictCode.TryParse(code, null, out var district) ? districts.Find(district)?.FullName : null;

    public FormText? CategoryOf(string key) => forms.FindChoice("product-filing", "category", key);

    public static FormText Amount(decimal number, string? unit)
    {
        // 12.500 says no more than 12.5 does.
        var figure = number.ToString("0.############", CultureInfo.InvariantCulture);
        if (unit is null) return FormWords.Plain(figure);
        var english = EnglishUnits.TryGetValue(unit, out var known) ? number == 1 ? known.One : known.Many : unit;
        return new() { Zh = Joined(figure, unit), En = Joined(figure, english).TrimEnd() };
    }

    /// <summary>What was drawn of a lot, whose name the database gives with the key of its unit: “苦参碱 (bottle)”.</summary>
    public FormText Drawn(string lot, decimal quantity)
    {
        var at = lot.LastIndexOf(" (", StringComparison.Ordinal);
        if (at < 0 || !lot.EndsWith(')')) return FormWords.Plain($"{lot} × {Amount(quantity, null).Zh}");
        var amount = inputUnits.TryGetValue(lot[(at + 2)..^1], out var unit) ? Counted(quantity, unit) : Amount(quantity, null);
        return new() { Zh = $"{lot[..at]} {amount.Zh}", En = $"{lot[..at]} {amount.En}" };
    }

    /// <summary>So many of a unit that was chosen: kg and mL stay, bottles and boxes are several.</summary>
    public static FormText Counted(decimal number, FormText unit)
    {
        var figure = Amount(number, null).Zh;
        var several = number != 1 && unit.En.Length > 2 && unit.En.All(char.IsAsciiLetter);
        var english = !several ? unit.En : unit.En + (unit.En.EndsWith('x') ? "es" : "s");
        return new() { Zh = $"{figure} {unit.Zh}", En = $"{figure} {english}" };
    }

    private static string Joined(string figure, string unit) => unit is "%" or "°" ? figure + unit : $"{figure} {unit}";
}
