using System.Collections.Frozen;
using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>What a password must be (SC4): ten characters or more, and not one that everybody tries first.</summary>
internal static class Passwords
{
    private const int Shortest = 10;
    private const int Longest = 128;

    // Letters and digits that nobody confuses when reading a password aloud.
    private const string OneTimeAlphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int OneTimeLength = 14;

    private static readonly FrozenSet<string> Common = Load();

    public static Refusal? RefusalOf(string password, UserName name)
    {
        if (password.Length < Shortest) return AccountRefusals.PasswordTooShort;
        if (password.Length > Longest) return AccountRefusals.PasswordTooLong;
        var lower = password.ToLowerInvariant();
        var guessable = Common.Contains(lower) || lower == name.Value || lower.Distinct().Count() < 4;
        return guessable ? AccountRefusals.PasswordCommon : null;
    }

    /// <summary>A password from random numbers that the caller drew.</summary>
    public static string OneTime(ReadOnlySpan<byte> random)
    {
        Span<char> password = stackalloc char[OneTimeLength];
        for (var i = 0; i < OneTimeLength; i++) password[i] = OneTimeAlphabet[random[i] % OneTimeAlphabet.Length];
        return new(password);
    }

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(Passwords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
