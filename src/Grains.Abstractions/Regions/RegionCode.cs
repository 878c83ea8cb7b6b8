using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>Region of the corps (兵团): division (师) 08, regiment (团) 08-143, company (连) 08-143-012.</summary>
[GenerateSerializer, Immutable, Alias("region-code"), JsonConverter(typeof(ParsableJsonConverter<RegionCode>))]
public readonly partial record struct RegionCode([property: Id(0)] string Value) : IParsable<RegionCode>
{
    public bool IsDivision => Value.Length == 2;

    public bool IsRegiment => Value.Length == 6;

    public bool IsCompany => Value.Length == 10;

    public RegionCode? Parent => IsDivision ? null : new(Value[..Value.LastIndexOf('-')]);

    /// <summary>The regiment this region is or lies in; null for a division.</summary>
    public RegionCode? Regiment => IsDivision ? null : new(Value[..6]);

    /// <summary>True for the region itself and everything below it.</summary>
    public bool Contains(RegionCode other) =>
        other.Value == Value || other.Value.StartsWith(Value + "-", StringComparison.Ordinal);

    public static RegionCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("Not a region code.");

    public static bool TryParse(string? s, IFormatProvider? provider, out RegionCode result)
    {
        result = s is not null && Shape().IsMatch(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^\d{2}(-\d{3}){0,2}\z")]
    private static partial Regex Shape();
}
