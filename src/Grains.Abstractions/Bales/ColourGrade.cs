using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>
/// Colour grade (颜色级), one of thirteen: the first digit is the grade, the second the type (white, light spotted, light
/// yellow-stained, yellow-stained). Reads the code (31) and the published name (白棉3级).
/// </summary>
[GenerateSerializer, Immutable, Alias("colour-grade"), JsonConverter(typeof(ParsableJsonConverter<ColourGrade>))]
public readonly record struct ColourGrade([property: Id(0)] string Value) : IParsable<ColourGrade>
{
    private static readonly (string Name, int Grades)[] Types = [("白棉", 5), ("淡点污棉", 3), ("淡黄染棉", 3), ("黄染棉", 2)];

    public static ColourGrade Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var grade) ? grade : throw new FormatException("Not a colour grade.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ColourGrade result)
    {
        for (var type = 1; type <= Types.Length; type++)
        {
            for (var grade = 1; grade <= Types[type - 1].Grades; grade++)
            {
                var code = $"{grade}{type}";
                if (s != code && s != $"{Types[type - 1].Name}{grade}级") continue;
                result = new(code);
                return true;
            }
        }

        result = default;
        return false;
    }

    public override string ToString() => Value;
}
