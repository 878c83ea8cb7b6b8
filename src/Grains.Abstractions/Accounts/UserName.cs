using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.Accounts;

/// <summary>The name an account signs in with (账号): 3 to 40 letters, digits, dots, dashes; case does not matter.</summary>
[GenerateSerializer, Immutable, Alias("user-name"), JsonConverter(typeof(ParsableJsonConverter<UserName>))]
public readonly partial record struct UserName([property: Id(0)] string Value) : IParsable<UserName>
{
    private const string GinPrefix = "qts";
    private const string VerifierSuffix = "-v";

    /// <summary>The gin whose main account this is (qts65001), or null.</summary>
    public GinCode? Gin =>
        Value.StartsWith(GinPrefix, StringComparison.Ordinal) && GinCode.TryParse(Value[GinPrefix.Length..], null, out var gin)
            ? gin
            : null;

    public static UserName OfGin(GinCode gin) => new(GinPrefix + gin);

    public static UserName OfVerifier(GinCode gin) => new(GinPrefix + gin + VerifierSuffix);

    /// <summary>Names that only registration and the gin itself give out.</summary>
    public bool IsReserved => Value.StartsWith(GinPrefix, StringComparison.Ordinal);

    public static UserName Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var name) ? name : throw new FormatException("Not a user name.");

    public static bool TryParse(string? s, IFormatProvider? provider, out UserName result)
    {
        var lower = s?.Trim().ToLowerInvariant();
        result = lower is not null && Shape().IsMatch(lower) ? new(lower) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{2,39}\z")]
    private static partial Regex Shape();
}
