namespace Suyuan.Lookup;

/// <summary>The mod-10 check digit with GS1's weights: 3 and 1 in turn from the right, beginning beside the check digit.</summary>
internal static class CheckDigit
{
    public static bool Holds(CodeValue code)
    {
        var (sum, rest, weight) = (0, code.Value, 1);
        while (rest != 0)
        {
            // Eighteen digits at a time: one division of 128 bits instead of eighteen.
            var (next, part) = UInt128.DivRem(rest, 1_000_000_000_000_000_000);
            for (var low = (ulong)part; low != 0; low /= 10, weight = 4 - weight) sum += (int)(low % 10) * weight;
            (rest, weight) = (next, 1);
        }

        return sum % 10 == 0;
    }
}
