using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>
/// The eight characters that a label's QR code carries beside the code, so that a scan is told from a code that somebody typed or counted
/// up. The key is that of personal data's hashes: every node has it already, it is kept safe, and like a printed label it never changes.
/// What is hashed begins with words that no ID number or mobile does, so neither can be passed off as the other.
/// </summary>
internal sealed class CodeSignature(IPersonalData hashes)
{
    /// <summary>The query parameter that carries it.</summary>
    public const string Parameter = "s";
    public const int Length = 8;
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int BitsOfLetter = 5;

    public string Of(IdentityCode code)
    {
        // A hash is a letter and then hexadecimal digits; ten of them are the forty bits that eight letters hold.
        var bits = Convert.ToUInt64(hashes.Hash("identity-code/" + code.Value).Substring(1, Length * BitsOfLetter / 4), 16);
        return string.Create(Length, bits, static (letters, rest) =>
        {
            for (var place = Length - 1; place >= 0; place--, rest >>= BitsOfLetter) letters[place] = Letters[(int)(rest & 31)];
        });
    }

    public bool Fits(IdentityCode code, string? signature) => signature is not null && signature == Of(code);

    /// <summary>What a label's QR code says after the host.</summary>
    public string PathOf(IdentityCode code) => $"/q/{code}?{Parameter}={Of(code)}";
}
