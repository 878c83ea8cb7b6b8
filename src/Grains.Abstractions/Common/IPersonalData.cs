namespace Suyuan.Common;

/// <summary>Encrypts personal data (个人信息) before it is stored, and finds it again by keyed hash.</summary>
public interface IPersonalData
{
    string Hash(string value);

    /// <summary>The keyed hash itself, of thirty-two bytes, for who must not allocate.</summary>
    void Hash(ReadOnlySpan<byte> value, Span<byte> hash);

    ProtectedText Protect(string value);

    string Reveal(ProtectedText text);
}
