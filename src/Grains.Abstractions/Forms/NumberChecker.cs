using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Whether a number lies within its bounds, to the last digit that was written.</summary>
internal static class NumberChecker
{
    public const int DefaultDecimals = 3;
    public const int MostDecimals = 6;

    /// <summary>Beyond this a number is no quantity of anything, and a column of numeric(18, 3) would not take it.</summary>
    public const decimal Largest = 999_999_999_999.999m;

    // So many characters always fit the 28 digits of a decimal; of more it would round some away unseen.
    private const int MostCharacters = 28;

    public static Refusal? FaultOf(JsonNode? value, decimal least, decimal most, int decimals)
    {
        if (value?.GetValueKind() is not JsonValueKind.Number) return FormRefusals.WrongType(FieldType.Number);

        var written = value.ToJsonString();
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            return written.StartsWith('-') ? FormRefusals.NumberTooSmall(least) : FormRefusals.NumberTooLarge(most);
        if (amount < least) return FormRefusals.NumberTooSmall(least);
        if (amount > most) return FormRefusals.NumberTooLarge(most);
        return IsExact(written, amount) && decimal.Round(amount, decimals) == amount ? null : FormRefusals.TooManyDecimals(decimals);
    }

    private static bool IsExact(string written, decimal amount) =>
        written.Length <= MostCharacters && (amount != 0 || !MantissaOf(written).ContainsAnyInRange('1', '9'));

    private static ReadOnlySpan<char> MantissaOf(string written) =>
        written.IndexOfAny(['e', 'E']) is var end and >= 0 ? written.AsSpan(0, end) : written;
}
