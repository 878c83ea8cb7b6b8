using System.Security.Cryptography;
using System.Text;
using Suyuan.Common;

namespace Suyuan.Silo.Security;

internal sealed class PersonalData(PersonalDataKeys keys) : IPersonalData
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HashBytes = 16;

    public string Hash(string value) =>
        "h" + Convert.ToHexStringLower(HMACSHA256.HashData(keys.HashKey, Encoding.UTF8.GetBytes(value)).AsSpan(0, HashBytes));

    public void Hash(ReadOnlySpan<byte> value, Span<byte> hash) => HMACSHA256.HashData(keys.HashKey, value, hash);

    public ProtectedText Protect(string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var sealedText = new byte[NonceBytes + TagBytes + plain.Length];
        var (nonce, tag, cipher) = Parts(sealedText);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(keys.Keys[keys.Current], TagBytes);
        // The key's id is authenticated too, so a cipher cannot be passed off as another key's.
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span, Encoding.UTF8.GetBytes(keys.Current));
        return new() { KeyId = keys.Current, Cipher = Convert.ToBase64String(sealedText) };
    }

    public string Reveal(ProtectedText text)
    {
        if (!keys.Keys.TryGetValue(text.KeyId, out var key))
            throw new CryptographicException($"Personal data was encrypted under key '{text.KeyId}', which is not configured.");
        var (nonce, tag, cipher) = Parts(Convert.FromBase64String(text.Cipher));
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain, Encoding.UTF8.GetBytes(text.KeyId));
        return Encoding.UTF8.GetString(plain);
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] sealedText) =>
        (sealedText.AsMemory(0, NonceBytes), sealedText.AsMemory(NonceBytes, TagBytes), sealedText.AsMemory(NonceBytes + TagBytes));
}
