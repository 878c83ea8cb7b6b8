using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.Enterprises;
using Suyuan.GinLines;
using Suyuan.TraceCards;

namespace Suyuan.Interchange;

/// <summary>
/// What a chain is asked for: a card's number, a bale's barcode, an identity code, or a batch, an input lot, a plot, a zone or a
/// filing as its enterprise's credit code, a hyphen, and its number or id. Digits may be a card, a bale or a code: whichever is there.
/// </summary>
internal readonly record struct TraceId(string Value) : IParsable<TraceId>
{
    private const int CreditCodeLength = 18;
    private const int IdLength = 20;
    private const int ShortestCode = 8;
    private const int LongestCode = 32;

    public CardNumber? Card => CardNumber.TryParse(Value, null, out var card) ? card : null;

    public BaleBarcode? Bale => BaleBarcode.TryParse(Value, null, out var bale) ? bale : null;

    public string? Code => Value.Length is >= ShortestCode and <= LongestCode && Value.All(char.IsAsciiDigit) ? Value : null;

    public CreditCode? Enterprise =>
        Value.Length > CreditCodeLength && Value[CreditCodeLength] == '-'
            && CreditCode.TryParse(Value[..CreditCodeLength], null, out var code) ? code : null;

    /// <summary>The number or id of a thing of the enterprise.</summary>
    public string Own => Value[(CreditCodeLength + 1)..];

    public static TraceId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Nothing that has a chain.");

    public static bool TryParse(string? s, IFormatProvider? provider, out TraceId result)
    {
        result = new(s ?? "");
        return result.Code is not null || (result.Enterprise is not null && IsOwn(result.Own));
    }

    private static bool IsOwn(string id) =>
        BatchNumber.TryParse(id, null, out _) || (id.Length == IdLength && id.All(char.IsAsciiHexDigitLower));

    public override string ToString() => Value;
}
