using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Security;

namespace Suyuan.Engine.Tests.Storage;

public sealed class PersonalDataTests
{
    private const string IdNumber = "650102199003074518";

    private static readonly string HashKey = RandomKey();
    private static readonly string Old = RandomKey();
    private static readonly string New = RandomKey();

    [Fact]
    public void Protected_text_is_revealed_again_and_never_looks_the_same()
    {
        var data = With("old", ("old", Old));

        var first = data.Protect(IdNumber);
        var second = data.Protect(IdNumber);

        Assert.Equal(IdNumber, data.Reveal(first));
        Assert.Equal("old", first.KeyId);
        Assert.NotEqual(first.Cipher, second.Cipher);
        Assert.DoesNotContain(IdNumber, first.Cipher, StringComparison.Ordinal);
    }

    [Fact]
    public void After_rotation_old_text_is_read_and_new_text_uses_the_new_key()
    {
        var before = With("old", ("old", Old)).Protect(IdNumber);
        var rotated = With("new", ("old", Old), ("new", New));

        Assert.Equal(IdNumber, rotated.Reveal(before));
        Assert.Equal("new", rotated.Protect(IdNumber).KeyId);
        Assert.Equal(With("old", ("old", Old)).Hash(IdNumber), rotated.Hash(IdNumber));
    }

    [Fact]
    public void Hash_finds_the_same_value_and_tells_nothing_else()
    {
        var data = With("old", ("old", Old));

        Assert.Matches("^h[0-9a-f]{32}$", data.Hash(IdNumber));
        Assert.Equal(data.Hash(IdNumber), data.Hash(IdNumber));
        Assert.NotEqual(data.Hash(IdNumber), data.Hash("650102199003074519"));
    }

    [Fact]
    public void Altered_or_relabelled_text_is_refused()
    {
        var data = With("old", ("old", Old), ("new", Old));
        var text = data.Protect(IdNumber);
        var bytes = Convert.FromBase64String(text.Cipher);
        bytes[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => data.Reveal(text with { Cipher = Convert.ToBase64String(bytes) }));
        Assert.ThrowsAny<CryptographicException>(() => data.Reveal(text with { KeyId = "new" }));
        Assert.ThrowsAny<CryptographicException>(() => data.Reveal(text with { KeyId = "lost" }));
    }

    [Fact]
    public void Wrong_keys_stop_the_start_with_a_clear_message()
    {
        var lost = Assert.Throws<NodeStartException>(() => With("lost", ("old", Old)));
        Assert.Contains("no such key", lost.Message, StringComparison.Ordinal);

        var tooShort = Assert.Throws<NodeStartException>(() => With("old", ("old", "short")));
        Assert.Contains("Keys:old", tooShort.Message, StringComparison.Ordinal);
    }

    private static PersonalData With(string current, params (string Id, string Key)[] keys)
    {
        var settings = keys.ToDictionary(key => $"PersonalData:Keys:{key.Id}", string? (key) => key.Key);
        settings["PersonalData:CurrentKey"] = current;
        settings["PersonalData:HashKey"] = HashKey;
        return new(PersonalDataKeys.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("PersonalData")));
    }

    private static string RandomKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
