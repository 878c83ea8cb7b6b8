using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Attachments;

/// <summary>The SHA-256 of a file's content, 64 lowercase hexadecimal digits: the name under which the file is kept.</summary>
[GenerateSerializer, Immutable, Alias("sha256-digest"), JsonConverter(typeof(ParsableJsonConverter<Sha256Digest>))]
public readonly record struct Sha256Digest([property: Id(0)] string Value) : IParsable<Sha256Digest>
{
    private const int Digits = 64;

    public static Sha256Digest Of(ReadOnlySpan<byte> hash) => new(Convert.ToHexStringLower(hash));

    public static Sha256Digest Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var digest) ? digest : throw new FormatException("Not a SHA-256.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Sha256Digest result)
    {
        var valid = s is { Length: Digits } && s.All(char.IsAsciiHexDigitLower);
        result = valid ? new(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
