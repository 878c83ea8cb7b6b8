using System.Globalization;

namespace Suyuan.Samples;

/// <summary>Numbers with valid check digits in an area code that is not assigned, so that no real person has one of them.</summary>
internal static class PersonNumbers
{
    private const string UnassignedArea = "659099";
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] IdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>GB 11643.</summary>
    public static string Resident(DateOnly born, int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{UnassignedArea}{born:yyyyMMdd}{serial:000}");
        var sum = body.Select((digit, at) => (digit - '0') * IdWeights[at]).Sum();
        return body + "10X98765432"[sum % 11];
    }

    /// <summary>GB 32100, of a farmers' cooperative (93) or a company (91).</summary>
    public static string Credit(string kind, int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{kind}{UnassignedArea}MA{serial:0000000}");
        var sum = body.Select((sign, at) => CreditAlphabet.IndexOf(sign, StringComparison.Ordinal) * CreditWeights[at]).Sum();
        return body + CreditAlphabet[(31 - sum % 31) % 31];
    }

    public static string Mobile(int serial) => string.Create(CultureInfo.InvariantCulture, $"199{serial:00000000}");
}
