using Npgsql;
using Suyuan.Common;
using Suyuan.IdentityCodes;

namespace Suyuan.Lookup;

/// <summary>
/// Tells a scanned label from a code that was typed, by the signature in the label's QR code (扫码, 手工输入). Rolls of outside vendors
/// bear none of ours: what stands in their addresses says nothing and is no reason to warn anybody. That alone is asked of the database,
/// since hardly anybody comes with a wrong signature.
/// </summary>
internal sealed class LabelSignatures(CodeSignature signatures, NpgsqlDataSource database)
{
    private const string IsOfOutside = """
        select exists (
            select from code_allocations a where a.source <> 'platform' and a.place && code_place(length($1), code_span($1, $1)))
        """;

    public ValueTask<SignatureKind> KindOf(CodeValue code, string? signature)
    {
        if (string.IsNullOrEmpty(signature)) return new(SignatureKind.None);
        Span<char> digits = stackalloc char[CodeValue.Longest];
        return signatures.Fits(digits[..code.Format(digits)], signature)
            ? new(SignatureKind.Fits)
            : new(WithoutFit(code.ToString()));
    }

    private async Task<SignatureKind> WithoutFit(string code)
    {
        await using var command = database.CreateCommand(IsOfOutside);
        command.AddText(code);
        return (bool)(await command.ExecuteScalarAsync())! ? SignatureKind.None : SignatureKind.Wrong;
    }
}

/// <summary>What a look-up's signature is worth.</summary>
internal enum SignatureKind
{
    None,
    Fits,
    Wrong,
}
