using System.Globalization;
using Suyuan.Common;

namespace Suyuan.Forms.Tests;

/// <summary>Seals so that a test can read it: each cipher differs from all before, as with a real one, and tells what it holds.</summary>
internal sealed class CountingSeal : IPersonalData
{
    private int count;

    public string Hash(string value) => "h:" + value;

    public void Hash(ReadOnlySpan<byte> value, Span<byte> hash) => throw new NotSupportedException();

    public ProtectedText Protect(string value) =>
        new() { KeyId = "1", Cipher = string.Create(CultureInfo.InvariantCulture, $"{++count}:{value}") };

    public string Reveal(ProtectedText text) => text.Cipher[(text.Cipher.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
