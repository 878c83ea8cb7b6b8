using System.Text.Json.Serialization;
using Suyuan.Common;
using Suyuan.Growers;

namespace Suyuan.Enterprises;

/// <summary>Unified social credit code (统一社会信用代码, GB 32100) of an enterprise, its check digit verified.</summary>
[GenerateSerializer, Immutable, Alias("credit-code"), JsonConverter(typeof(ParsableJsonConverter<CreditCode>))]
public readonly record struct CreditCode([property: Id(0)] string Value) : IParsable<CreditCode>
{
    public static CreditCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("Not a unified social credit code.");

    public static bool TryParse(string? s, IFormatProvider? provider, out CreditCode result)
    {
        var valid = PersonNumber.TryParse(s, provider, out var number) && number.IsCreditCode;
        result = valid ? new(number.Value) : default;
        return valid;
    }

    public override string ToString() => Value;
}
