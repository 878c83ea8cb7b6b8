using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
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
    private const int UnusedBits = 64 - (Length * BitsOfLetter);

    private static ReadOnlySpan<byte> Words => "identity-code/"u8;

    public string Of(IdentityCode code)
    {
        Span<char> signature = stackalloc char[Length];
        Sign(code.Value, signature);
        return signature.ToString();
    }

    /// <summary>Takes the same time wherever the first wrong character is, and leaves no garbage.</summary>
    public bool Fits(ReadOnlySpan<char> code, ReadOnlySpan<char> signature)
    {
        if (signature.Length != Length) return false;
        Span<char> own = stackalloc char[Length];
        Sign(code, own);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes<char>(own), MemoryMarshal.AsBytes(signature));
    }

    /// <summary>What a label's QR code says after the host.</summary>
    public string PathOf(IdentityCode code) => $"/q/{code}?{Parameter}={Of(code)}";

    private void Sign(ReadOnlySpan<char> code, Span<char> signature)
    {
        Span<byte> signed = stackalloc byte[Words.Length + IdentityCode.Longest];
        Words.CopyTo(signed);
        var length = Words.Length + Encoding.ASCII.GetBytes(code, signed[Words.Length..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hashes.Hash(signed[..length], hash);
        // The first forty bits are what eight letters hold.
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash) >> UnusedBits;
        for (var place = Length - 1; place >= 0; place--, bits >>= BitsOfLetter) signature[place] = Letters[(int)(bits & 31)];
    }
}
