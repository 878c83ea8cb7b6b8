using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Start and end as somebody typed them: two codes of one length in their order.</summary>
internal sealed record AskedCodes(IdentityCode Start, IdentityCode End)
{
    public static Result<AskedCodes> Of(string start, string end)
    {
        if (!IdentityCode.TryParse(start?.Trim(), null, out var first)) return IdentityCodeRefusals.Invalid(start ?? "");
        if (!IdentityCode.TryParse(end?.Trim(), null, out var last)) return IdentityCodeRefusals.Invalid(end ?? "");
        if (first.Length != last.Length) return IdentityCodeRefusals.LengthsDiffer(first.Length, last.Length);
        return first.Number > last.Number
            ? IdentityCodeRefusals.EndBeforeStart(first.Value, last.Value)
            : new AskedCodes(first, last);
    }

    public Refusal? AgainstCheckDigits(bool isChecked)
    {
        if (!isChecked) return null;
        if (!Start.HasCheckDigit) return IdentityCodeRefusals.CheckDigitWrong(Start.Value);
        return End.HasCheckDigit ? null : IdentityCodeRefusals.CheckDigitWrong(End.Value);
    }
}
